import type { StartOptions } from './start-options.ts'
import type { Terminal } from './terminal.ts'

export interface StackOptions extends StartOptions {
  /** Aborting it while the stack is being started ends what is running and rejects. */
  readonly signal: AbortSignal
  readonly terminal: Pick<Terminal, 'row' | 'busy' | 'warning'>
  /** Called with the cause when the database cannot be kept running. */
  readonly onFailure: (error: unknown) => void
}
