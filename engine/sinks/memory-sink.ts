import type { LogEvent } from '../event.ts'
import { receiptOf } from './receipt-of.ts'
import type { Sink } from './sink.ts'

/** A sink that keeps events in memory, for tests. */
export interface MemorySink extends Sink {
  /** In the order of their commits. */
  readonly events: readonly LogEvent[]
  /** Forgets the events. */
  clear(): void
}

/**
 * Makes a sink for tests: nothing leaves the process.
 *
 * @example
 * ```ts
 * const sink = memorySink()
 * configure({ sink })
 * await generateWorkout(user)
 * assert.equal(sink.events[0].lines[0].text, 'Starting workout generation')
 * ```
 */
export function memorySink(): MemorySink {
  const events: LogEvent[] = []
  return {
    events,
    clear: () => {
      events.length = 0
    },
    write: (event) => {
      events.push(event)
      return Promise.resolve(receiptOf(event))
    },
  }
}
