import type { EventSummary } from '../../engine/event.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import type { Column } from './columns.ts'

/** How many of some events cannot be among those that were counted, because there are more of them: at least so many. */
export function uncounted(
  events: readonly Pick<EventSummary, 'timestamp'>[],
  columns: readonly Pick<Column, 'from' | 'to' | 'events'>[],
): number {
  const times = events.map(({ timestamp }) => millisecondsOf(timestamp))
  return columns.reduce((sum, { from, to, events: counted }) => {
    const listed = times.filter((time) => time >= from && time <= to).length
    return sum + Math.max(0, listed - counted)
  }, 0)
}
