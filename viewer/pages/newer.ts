import type { RequestHandler } from 'express'
import { LATE_EVENTS_MS } from '../../engine/table/late-events.ts'
import { addressesBelow } from '../addresses.ts'
import type { DayGroup } from '../display/day-groups.ts'
import type { EventRow } from '../display/event-row.ts'
import { rowsByDay } from '../display/rows-by-day.ts'
import { render } from '../http/views.ts'
import type { EventFilters, FilterName } from '../query/event-filters.ts'
import { parseFilters } from '../query/parse-filters.ts'
import { startOf } from '../query/quick-range.ts'
import { queryOfRequest } from '../query/request-address.ts'
import { wantedTexts } from '../query/search/matches.ts'
import { parseSearch } from '../query/search/parse-search.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import { searchEvents } from './search-events.ts'

/** The rows of a list that have come since it was looked at: a part of a page, for its script. */
export interface NewerModel {
  readonly days: readonly DayGroup<EventRow>[]
  readonly readUnits: number
  /** When it was looked for them, for the next request: milliseconds since the epoch. */
  readonly looked: number
  /** Whether there are more than these, so that some are left out. */
  readonly isMore: boolean
}

/** What a list that is followed may be filtered by: it has no end. */
export const FOLLOWED_FILTERS: readonly FilterName[] = [
  'q',
  'prefix',
  'object',
  'level',
  'range',
  'from',
]

const MOST_ROWS = 200

/**
 * What is newer than a look at `since`, with what may have come late: the rows of the last half minute
 * before it are among them, and whoever asks leaves out those that it has.
 */
export function newerEvents(viewer: ViewerContext): RequestHandler {
  const { reader, clock } = viewer
  return async (request, response) => {
    const query = queryOfRequest(request)
    const [since = '', ...others] = query.getAll('since')
    query.delete('since')
    const parsed = parseFilters(query, FOLLOWED_FILTERS)
    const isTime = /^\d{1,13}$/.test(since) && others.length === 0
    if (!parsed.ok || !isTime) {
      const problem = 'Expected the milliseconds since the epoch at which the list was looked at.'
      renderBadParameters(viewer, request, response, [
        ...(parsed.ok ? [] : parsed.problems),
        ...(isTime ? [] : [{ parameter: 'since', problem }]),
      ])
      return
    }
    const { filters } = parsed
    const { terms } = parseSearch(filters.q ?? '')
    const now = clock()
    const recent = { ...filters, ...timeSince(Number(since), filters, now), limit: MOST_ROWS }
    const { page } = await searchEvents(reader, recent, terms, now)
    const { events, cursor, readUnits } = page
    const addresses = addressesBelow(request.baseUrl, viewer.assetsPath)
    render(response, 'newer', {
      days: rowsByDay(events, { addresses, now, wanted: wantedTexts(terms) }),
      readUnits,
      looked: now,
      isMore: cursor !== undefined,
    })
  }
}

function timeSince(since: number, { range, from }: EventFilters, now: number): EventFilters {
  const first = range === undefined ? (from ?? 0) : startOf(range, now)
  return { range: undefined, from: Math.max(0, first, since - LATE_EVENTS_MS) }
}
