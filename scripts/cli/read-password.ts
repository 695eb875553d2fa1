import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { CommandError } from './command-error.ts'
import type { Screen } from './screen.ts'

const SHORTEST = 12
const LONGEST = 1024

/**
 * Asks for a new password without showing it, twice; piped in, the first line is it.
 *
 * @throws CommandError `usage` for one that is too short, or typed differently the second time
 */
export async function readNewPassword(screen: Screen): Promise<string> {
  const isAsked = process.stdin.isTTY
  const password = isAsked ? await ask('New password: ', screen) : await firstLine()
  if (password.length < SHORTEST || password.length > LONGEST) {
    throw new CommandError(
      'usage',
      `A password has ${SHORTEST} to ${LONGEST} characters; this one has ${password.length}. Four words that do not belong together make a good one.`,
    )
  }
  if (!isAsked || (await ask('The same again: ', screen)) === password) return password
  throw new CommandError('usage', 'The second password was another. Try again.')
}

async function ask(question: string, screen: Screen): Promise<string> {
  process.stderr.write(question)
  // A terminal's line is edited as usual; what would show it goes nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const input = createInterface({ input: process.stdin, output, terminal: true })
  input.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    return await input.question('')
  } finally {
    input.close()
    screen.note('')
  }
}

async function firstLine(): Promise<string> {
  const input = createInterface({ input: process.stdin })
  try {
    for await (const line of input) return line
    return ''
  } finally {
    input.close()
  }
}
