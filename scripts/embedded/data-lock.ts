import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DataInUseError } from './data-in-use-error.ts'
import { isRunning, parseOwner, thisProcess } from './data-owner.ts'

const POLL_MS = 20
/** A lock that names nobody is being written right now, or its writer died doing so. */
const WRITING_MS = 2_000

/** The one owner of a data folder, named in a file beside it for as long as it lives. */
export class DataLock {
  readonly #file: string

  private constructor(file: string) {
    this.#file = file
  }

  /** @throws DataInUseError while another living process owns the folder. */
  static async acquire(path: string): Promise<DataLock> {
    const file = `${path}.owner`
    await mkdir(dirname(file), { recursive: true })
    while (!(await create(file))) {
      const text = await readIfThere(file)
      if (text === undefined) continue
      const owner = parseOwner(text)
      if (owner !== undefined && (await isRunning(owner))) throw new DataInUseError(path, owner)
      if (owner !== undefined || (await isOlderThan(file, WRITING_MS))) await remove(file, text)
      else await delay(POLL_MS)
    }
    return new DataLock(file)
  }

  /** Tells a second opener where the database answers. */
  async publish(endpoint: string): Promise<void> {
    const draft = asideName(this.#file)
    await writeFile(draft, JSON.stringify(await thisProcess(endpoint)))
    await rename(draft, this.#file)
  }

  async release(): Promise<void> {
    await rm(this.#file, { force: true })
  }
}

async function create(file: string): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(await thisProcess()), { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Removes the file while it still holds the given text: another process may have put its own there. */
async function remove(file: string, text: string): Promise<void> {
  const aside = asideName(file)
  try {
    await rename(file, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if ((await readIfThere(aside)) === text) await rm(aside, { force: true })
  else await rename(aside, file)
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

async function isOlderThan(file: string, ageMs: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > ageMs
  } catch {
    return false
  }
}

function asideName(file: string): string {
  return `${file}.${process.pid}`
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
