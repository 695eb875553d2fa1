import type { RequestHandler } from 'express'
import { render } from '../http/views.ts'
import { parseFilters } from '../query/parse-filters.ts'
import { queryOfRequest } from '../query/request-address.ts'
import { wantedTexts } from '../query/search/matches.ts'
import { parseSearch } from '../query/search/parse-search.ts'
import type { PagesContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import type { EventList } from './event-list.ts'
import { eventList } from './event-list.ts'
import type { Facets } from './facets.ts'
import { facetsOf } from './facets.ts'
import type { FilterForm } from './filter-form.ts'
import { filterForm } from './filter-form.ts'
import type { Following } from './following.ts'
import { followingOf } from './following.ts'
import type { Histogram } from './histogram.ts'
import { histogramAbove, histogramOf } from './histogram.ts'
import { KnownPrefixes } from './known-prefixes.ts'
import { searchEvents } from './search-events.ts'
import type { SearchPanel } from './search-panel.ts'
import { searchPanel } from './search-panel.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface EventsPageModel {
  readonly shell: Shell
  readonly form: FilterForm
  readonly search: SearchPanel
  readonly facets: Facets | undefined
  readonly following: Following | undefined
  readonly histogram: Histogram
  readonly list: EventList
}

/** The newest events, of all prefixes or as filtered. */
export function eventsPage(viewer: PagesContext): RequestHandler {
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
    const search = parseSearch(filters.q ?? '')
    const { terms } = search
    const [found, known, histogram] = await Promise.all([
      searchEvents(reader, filters, terms, now),
      knownPrefixes.list(),
      histogramOf(viewer, filters, addresses),
    ])
    const { page, inside } = found
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
      search: searchPanel(search, found, { filters, addresses, prefixes: known.names }),
      facets: facetsOf(page.events, { filters, terms, address }),
      following: followingOf({ filters, terms, addresses, prefixes: known.names, now }),
      histogram: histogramAbove(histogram, page.events, now),
      list: eventList(page, {
        table: reader.table,
        addresses,
        filters,
        address,
        now,
        ...(terms.length > 0 && {
          search: {
            wanted: wantedTexts(terms),
            stories: inside?.stories,
            opened: inside?.opened,
            againReadUnits: inside?.againReadUnits,
            isContinued: filters.cursor !== undefined,
          },
        }),
      }),
    })
  }
}
