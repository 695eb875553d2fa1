import { constants } from 'node:os'
import { flush } from './delivery/index.ts'
import { commitOpen } from './open-events.ts'

/** How to flush on signals. */
export interface SignalOptions {
  /** Default: `SIGTERM` and `SIGINT`. */
  readonly signals?: readonly NodeJS.Signals[]
  /** How long to wait at most, in milliseconds. Default: 5,000. */
  readonly timeoutMs?: number
}

/** The listeners of this module, of which an application may ask for several. */
const own = new Set<NodeJS.SignalsListener>()

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
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const isAlone = process.listeners(signal).every((listener) => own.has(listener))
    commitOpen()
    await flush({ timeoutMs })
    if (!isAlone) return
    for (const listener of own) process.off(signal, listener)
    process.kill(process.pid, signal)
    // The first process of a container has to end by itself: to it, signals that it does not handle do nothing.
    process.exit(128 + constants.signals[signal])
  }
  const onSignal = (signal: NodeJS.Signals): void => void end(signal)
  own.add(onSignal)
  // Before those that the application listens with once, which are gone when they have been called.
  for (const signal of signals) process.prependListener(signal, onSignal)
  return () => {
    own.delete(onSignal)
    for (const signal of signals) process.off(signal, onSignal)
  }
}
