/** What can go wrong with a command beside what the engine knows. docs/command-line.md explains each. */
export type CommandErrorCode =
  | 'usage'
  | 'event-missing'
  | 'event-ambiguous'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'not-confirmed'
  | 'demo-unavailable'
  | 'demo-failed'

/** What a command could not do, and what to do about it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: CommandErrorCode

  constructor(code: CommandErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
