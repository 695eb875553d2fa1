import type { EventSummary } from '../../engine/event.ts'
import type { DayGroup } from './day-groups.ts'
import { groupByDay } from './day-groups.ts'
import type { EventRow, RowContext } from './event-row.ts'
import { eventRow } from './event-row.ts'

/** Events as the rows of a list, by day. */
export function rowsByDay(
  events: readonly EventSummary[],
  context: Omit<RowContext, 'longest'>,
): readonly DayGroup<EventRow>[] {
  const longest = events.reduce((most, { duration }) => Math.max(most, duration), 0)
  return groupByDay(
    events.map((event) => eventRow(event, { ...context, longest })),
    context.now,
  )
}
