import type { Command } from 'commander'
import { CommandError } from './command-error.ts'

/** The options and arguments that a command was given. */
export class Given {
  readonly #arguments: readonly string[]
  readonly #options: Readonly<Record<string, unknown>>

  constructor(command: Command) {
    this.#arguments = command.args
    this.#options = command.optsWithGlobals()
  }

  /** @throws CommandError `usage` where it is not there */
  argument(index: number): string {
    const value = this.#arguments[index]
    if (value !== undefined) return value
    throw new CommandError('usage', `Argument ${index + 1} is missing.`)
  }

  has(index: number): boolean {
    return this.#arguments[index] !== undefined
  }

  text(name: string): string | undefined {
    const value = this.#options[name]
    return typeof value === 'string' ? value : undefined
  }

  flag(name: string): boolean {
    return this.#options[name] === true
  }

  /** @throws CommandError `usage` for what is not a whole number, or out of bounds */
  wholeNumber(name: string, least: number, most: number): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new CommandError(
      'usage',
      `--${name} must be a whole number from ${least} to ${most}; it is ${JSON.stringify(text)}.`,
    )
  }
}

/** What a command does when it is called. */
export function onCall(command: Command, run: (given: Given) => Promise<void>): void {
  command.action(async () => {
    await run(new Given(command))
  })
}
