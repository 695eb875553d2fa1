import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { CommandError } from '../command-error.ts'

/** A file to read, or standard input for `-`. @throws CommandError `file-unreadable` */
export async function openSource(file: string): Promise<AsyncIterable<string>> {
  if (file === '-') return linesOf(process.stdin, 'standard input')
  try {
    const handle = await open(file)
    return linesOf(handle.createReadStream(), file)
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

/** Only a line feed ends a line: JSON may hold the other signs that Node takes for an end. */
async function* linesOf(stream: Readable, file: string): AsyncGenerator<string> {
  let rest = ''
  try {
    for await (const chunk of stream.setEncoding('utf8')) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (cause) {
    throw unreadable(file, cause)
  }
  if (rest !== '') yield rest
}

function unreadable(file: string, cause: unknown): CommandError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new CommandError('file-unreadable', `"${file}" cannot be read (${reason}).`, { cause })
}
