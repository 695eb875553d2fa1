import type { RequestHandler } from 'express'
import type { EventPage } from '../../engine/table/event-page.ts'
import type { EventReader } from '../event-reader.ts'
import { render } from '../http/views.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { eventQuery } from '../query/event-query.ts'
import { parseFilters } from '../query/parse-filters.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import type { EventList } from './event-list.ts'
import { eventList } from './event-list.ts'
import type { FilterForm } from './filter-form.ts'
import { filterForm } from './filter-form.ts'
import type { Histogram } from './histogram.ts'
import { histogramOf } from './histogram.ts'
import { KnownPrefixes } from './known-prefixes.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface EventsPageModel {
  readonly shell: Shell
  readonly form: FilterForm
  readonly histogram: Histogram
  readonly list: EventList
}

/** The newest events, of all prefixes or as filtered. */
export function eventsPage(viewer: ViewerContext): RequestHandler {
  const { reader, clock } = viewer
  const knownPrefixes = new KnownPrefixes(reader, clock)
  return async (request, response) => {
    const parsed = parseFilters(queryOfRequest(request))
    if (!parsed.ok) {
      renderBadParameters(viewer, request, response, parsed.problems)
      return
    }
    const { filters, isPlain } = parsed
    const now = clock()
    const { addresses } = shellOf(viewer, request, { title: 'Events' })
    if (!isPlain) {
      response.redirect(addresses.events(filters))
      return
    }
    const [page, known, histogram] = await Promise.all([
      readEvents(reader, filters, now),
      knownPrefixes.list(),
      histogramOf(viewer, filters, addresses),
    ])
    const shown = page.events.map(({ prefix }) => prefix)
    const address = addresses.events
    render(response, 'events', {
      shell: shellOf(viewer, request, {
        title: 'Events',
        readUnits: page.readUnits + known.readUnits + histogram.readUnits,
        section: 'events',
      }),
      form: filterForm({
        filters,
        address,
        prefixes: [...new Set([...known.names, ...shown])].toSorted(),
      }),
      histogram,
      list: eventList(page, { table: reader.table, addresses, filters, address, now }),
    })
  }
}

async function readEvents(
  reader: EventReader,
  filters: EventFilters,
  now: number,
): Promise<EventPage> {
  const { object, prefix } = filters
  const query = eventQuery(filters, now)
  if (object !== undefined) return await reader.object(object, query)
  return await reader.feed({ ...query, ...(prefix !== undefined && { prefix }) })
}
