import type { Addresses } from '../addresses.ts'
import { count } from '../display/count.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { searchQuery } from '../query/search/search-query.ts'
import type { Term } from '../query/search/term.ts'

/** How a list is kept up with what comes. */
export interface Following {
  /** This list as it is now. */
  readonly again: string
  /** Where its script asks for what is newer. */
  readonly newer: string
  /** `Each look takes about 2 read units.` */
  readonly price: string
}

interface FollowingContext {
  readonly filters: EventFilters
  readonly terms: readonly Term[]
  readonly addresses: Addresses
  readonly prefixes: readonly string[]
  /** When the list was read: milliseconds since the epoch. */
  readonly now: number
}

/** @returns undefined for a list that nothing new comes to, and where each look would read stories */
export function followingOf(context: FollowingContext): Following | undefined {
  const { filters, terms, addresses, prefixes, now } = context
  if (filters.cursor !== undefined || filters.to !== undefined || filters.in !== undefined) {
    return undefined
  }
  const { object, prefix } = searchQuery(filters, terms, now)
  const queries = (object ?? prefix) === undefined ? prefixes.length + 1 : 1
  return {
    again: addresses.events(filters),
    newer: addresses.newer({ ...filters, limit: undefined }, now),
    price: `Each look takes about ${count(queries / 2, 'read unit')}.`,
  }
}
