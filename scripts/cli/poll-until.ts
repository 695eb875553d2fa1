import { setTimeout as wait } from 'node:timers/promises'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import { isPassing } from '../../engine/errors/is-passing.ts'

/** Does something again and again until it is stopped; a failure that passes by itself is told, and no more. */
export async function pollUntil(
  stopped: Promise<void>,
  intervalMs: number,
  poll: () => Promise<void>,
  onPassing: (error: StacktaleError) => void,
): Promise<void> {
  const stop = new AbortController()
  void stopped.then(() => stop.abort())
  while (!stop.signal.aborted) {
    try {
      await poll()
    } catch (error) {
      if (!(error instanceof StacktaleError && isPassing(error))) throw error
      onPassing(error)
    }
    await wait(intervalMs, undefined, { signal: stop.signal }).catch(() => {})
  }
}
