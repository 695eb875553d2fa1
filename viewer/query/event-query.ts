import { DEFAULT_LIMIT } from '../../engine/table/check-query.ts'
import type { EventQuery } from '../../engine/table/event-page.ts'
import type { EventFilters } from './event-filters.ts'
import { startOf } from './quick-range.ts'

/** What to ask the reader for; a quick range becomes the time that it begins at. */
export function eventQuery(
  filters: EventFilters,
  now: number,
): EventQuery & Required<Pick<EventQuery, 'limit'>> {
  const { range, level, to, cursor, limit = DEFAULT_LIMIT } = filters
  const from = range === undefined ? filters.from : startOf(range, now)
  return {
    limit,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(level !== undefined && { level }),
    ...(cursor !== undefined && { cursor }),
  }
}
