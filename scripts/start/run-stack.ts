import { once } from 'node:events'
import { startStack } from './stack.ts'
import type { StartOptions } from './start-options.ts'
import type { Terminal } from './terminal.ts'

export interface RunOptions extends StartOptions {
  readonly terminal: Terminal
  /** Aborting it is telling it to stop. */
  readonly signal: AbortSignal
}

/**
 * Runs everything until it is told to stop, and says so on the terminal.
 *
 * @throws what made one of the parts fail
 */
export async function runStack(options: RunOptions): Promise<void> {
  const { terminal, signal } = options
  const failure = new AbortController()
  terminal.heading('stacktale', 'a log that reads like a story, kept for nothing')
  const stack = await startStack({ ...options, onFailure: (error) => failure.abort(error) })
  terminal.address(stack.url)
  await Promise.race([aborted(signal), aborted(failure.signal)])
  terminal.busy('stopping', 'storing what is open…')
  const summary = await stack.stop()
  terminal.goodbye(
    summary === undefined
      ? 'Stopped. The demo had ended before.'
      : `Stopped. ${summary.stored} events stored since the start, ${summary.unsent} unsent.`,
  )
  failure.signal.throwIfAborted()
}

async function aborted(either: AbortSignal): Promise<void> {
  if (!either.aborted) await once(either, 'abort')
}
