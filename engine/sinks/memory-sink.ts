import type { LogEvent } from '../event.ts'
import { firstAbout, lastOf, onlyOf } from '../testing/pick-event.ts'
import { receiptOf } from './receipt-of.ts'
import type { Sink } from './sink.ts'

/** A sink that keeps events in memory, for tests. */
export interface MemorySink extends Sink {
  /** In the order of their commits. */
  readonly events: readonly LogEvent[]
  /**
   * The event that is the only one.
   *
   * @throws AssertionError where there is none, or more than one
   */
  only(): LogEvent
  /**
   * The event that was committed last.
   *
   * @throws AssertionError where there is none
   */
  last(): LogEvent
  /**
   * The first event about an object.
   *
   * @param object its key, such as `workout_42`
   * @throws AssertionError where there is none
   */
  find(object: string): LogEvent
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
 * assert.equal(sink.only().lines[0]?.text, 'Starting workout generation')
 * ```
 */
export function memorySink(): MemorySink {
  const events: LogEvent[] = []
  const only = (): LogEvent => onlyOf(events, only)
  const last = (): LogEvent => lastOf(events, last)
  const find = (object: string): LogEvent => firstAbout(object, events, find)
  return {
    events,
    only,
    last,
    find,
    clear: () => {
      events.length = 0
    },
    write: (event) => {
      events.push(event)
      return Promise.resolve(receiptOf(event))
    },
  }
}
