import { DEFAULT_LIMIT } from '../../../engine/table/check-query.ts'
import type { EventQuery } from '../../../engine/table/event-page.ts'
import { higherLevel } from '../../../engine/level.ts'
import type { EventFilters } from '../event-filters.ts'
import { eventQuery } from '../event-query.ts'
import type { NameField, Term } from './term.ts'

/** A search stops at so many hits, unless it is told otherwise. */
export const SEARCH_LIMIT = 50

/** What to ask the reader for: of which object, prefix and trace, and which events of those. */
export interface SearchQuery {
  readonly object: string | undefined
  readonly prefix: string | undefined
  readonly trace: string | undefined
  readonly query: EventQuery & Required<Pick<EventQuery, 'limit'>>
}

const WHOLE_TRACE = 32

/** What of filters and terms the table can answer by itself: the rest is left to choose from what is read. */
export function searchQuery(
  filters: EventFilters,
  terms: readonly Term[],
  now: number,
): SearchQuery {
  const { limit = terms.length === 0 ? DEFAULT_LIMIT : SEARCH_LIMIT } = filters
  const level = levelOf(filters, terms)
  const trace = nameIn(terms, 'trace')
  return {
    object: filters.object ?? nameIn(terms, 'object'),
    prefix: filters.prefix ?? nameIn(terms, 'prefix'),
    trace: trace?.length === WHOLE_TRACE ? trace : undefined,
    query: eventQuery({ ...filters, limit, level }, now),
  }
}

/** The name that a field has to have; the first, where there are several. */
export function nameIn(terms: readonly Term[], kind: NameField): string | undefined {
  const found = terms.find((term) => term.kind === kind && !term.isNegated)
  return found?.kind === kind ? found.name : undefined
}

function levelOf({ level }: EventFilters, terms: readonly Term[]): EventFilters['level'] {
  const floors = terms.flatMap((term) =>
    term.kind === 'level' && !term.isNegated ? [term.level] : [],
  )
  return floors.reduce((highest, floor) => (highest ? higherLevel(highest, floor) : floor), level)
}
