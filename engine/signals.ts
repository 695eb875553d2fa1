import { flush } from './delivery/index.ts'
import { commitOpen } from './open-events.ts'

/** How to flush on signals. */
export interface SignalOptions {
  /** Default: `SIGTERM` and `SIGINT`. */
  readonly signals?: readonly NodeJS.Signals[]
  /** How long to wait at most, in milliseconds. Default: 5,000. */
  readonly timeoutMs?: number
}

/**
 * Stores what there is when the process is told to end, events that are still open included, and then
 * lets the signal end it. Where the application listens to a signal too, ending is left to it.
 *
 * @returns a function that stops listening
 * @example
 * ```ts
 * flushOnSignals()
 * ```
 */
export function flushOnSignals({
  signals = ['SIGTERM', 'SIGINT'],
  timeoutMs = 5_000,
}: SignalOptions = {}): () => void {
  const stop = (): void => {
    for (const signal of signals) process.off(signal, onSignal)
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const isAlone = process.listenerCount(signal) === 1
    commitOpen()
    await flush({ timeoutMs })
    if (!isAlone) return
    stop()
    process.kill(process.pid, signal)
  }
  const onSignal = (signal: NodeJS.Signals): void => void end(signal)
  for (const signal of signals) process.on(signal, onSignal)
  return stop
}
