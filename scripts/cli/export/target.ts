import { rmSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open, rename, stat } from 'node:fs/promises'
import { CommandError } from '../command-error.ts'
import type { Screen } from '../screen.ts'

/** Where an export goes. */
export interface Target {
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Standard output, or a file. A file appears under its name when all is in it, and not before; what is
 * there already and is no file, such as a pipe, is written to as it is.
 *
 * @throws CommandError `file-unwritable`
 */
export async function openTarget(file: string | undefined, screen: Screen): Promise<Target> {
  if (file === undefined) return { write: (text) => screen.print(text), close: async () => {} }
  const draft = (await isReplaceable(file)) ? `${file}.${process.pid}.part` : file
  const handle = await unlessUnwritable(file, () => open(draft, 'w', 0o600))
  const removeDraft = (): void => {
    if (draft !== file) rmSync(draft, { force: true })
  }
  process.on('exit', removeDraft)
  return {
    write: async (text) => await unlessUnwritable(file, () => writeAll(handle, text)),
    close: async () => {
      await unlessUnwritable(file, async () => {
        await handle.close()
        if (draft !== file) await rename(draft, file)
      })
      process.off('exit', removeDraft)
    },
  }
}

async function writeAll(handle: FileHandle, text: string): Promise<void> {
  await handle.appendFile(text)
}

async function isReplaceable(file: string): Promise<boolean> {
  try {
    const found = await stat(file)
    return found.isFile()
  } catch {
    return true
  }
}

async function unlessUnwritable<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CommandError('file-unwritable', `"${file}" cannot be written (${reason}).`, { cause })
  }
}
