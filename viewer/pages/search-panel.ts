import { PAGE_READ_UNITS } from '../../engine/table/check-query.ts'
import { roughly } from '../display/ahead.ts'
import { count } from '../display/count.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { fromTheTop, LONGEST_SEARCH } from '../query/event-filters.ts'
import { textTerms } from '../query/search/matches.ts'
import type { Search } from '../query/search/parse-search.ts'
import type { Addresses } from '../addresses.ts'
import type { Link } from './link.ts'
import type { FoundEvents } from './search-events.ts'
import { searchLeads } from './search-leads.ts'

/** The field of a search, and what stands below it. */
export interface SearchPanel {
  /** How many characters the field takes. */
  readonly longest: number
  /** What was not understood, and why. */
  readonly notes: readonly string[]
  /** What looking into the stories would cost, with the link that does it. */
  readonly offer: { readonly price: string; readonly link: Link } | undefined
  /** The pages of what the search names: a trace, or an object. */
  readonly leads: readonly Link[]
}

interface PanelContext {
  readonly filters: EventFilters
  readonly addresses: Addresses
  /** Those that there are. */
  readonly prefixes: readonly string[]
}

export function searchPanel(
  { terms, notes }: Search,
  found: FoundEvents,
  { filters, addresses, prefixes }: PanelContext,
): SearchPanel {
  return {
    longest: LONGEST_SEARCH,
    notes,
    offer: found.inside === undefined && textTerms(terms).length > 0 ? offerOf() : undefined,
    leads: searchLeads(terms, { filters, addresses, prefixes }),
  }

  function offerOf(): SearchPanel['offer'] {
    const { count: stories, readUnits } = found.unopened
    if (stories === 0) return undefined
    const isOneRead = readUnits <= PAGE_READ_UNITS
    const price = `Only titles were searched. Looking inside the ${count(stories, 'other story', 'other stories')} takes about ${roughly(readUnits)}${isOneRead ? '' : `, at most ${PAGE_READ_UNITS} at a time`}.`
    const address = addresses.events({ ...fromTheTop(filters), in: 'stories' })
    return { price, link: { label: 'Search inside', address } }
  }
}
