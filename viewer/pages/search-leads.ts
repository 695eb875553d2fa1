import { splitObjectKey } from '../../engine/item/object-key.ts'
import type { Addresses } from '../addresses.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { nameIn } from '../query/search/search-query.ts'
import type { Term } from '../query/search/term.ts'
import type { Link } from './link.ts'

interface LeadsContext {
  readonly filters: EventFilters
  readonly addresses: Addresses
  /** Those that there are, and that who searches may see. */
  readonly prefixes: readonly string[]
}

const TRACE = /^[\da-f]{32}$/i

/** The pages of what a search names, with its field or without: a key or an id that was pasted into it. */
export function searchLeads(
  terms: readonly Term[],
  { filters: { range, from, to }, addresses, prefixes }: LeadsContext,
): readonly Link[] {
  const words = terms.flatMap((term) =>
    term.kind === 'text' && !term.isNegated ? [term.text] : [],
  )
  const trace = [nameIn(terms, 'trace') ?? '', ...words].find((word) => TRACE.test(word))
  const object = [nameIn(terms, 'object') ?? '', ...words].find((word) => isKeyOf(word, prefixes))
  return [
    ...(trace === undefined
      ? []
      : [
          {
            label: 'Read the trace as one story',
            address: addresses.trace(trace.toLowerCase(), { range, from, to }),
          },
        ]),
    ...(object === undefined
      ? []
      : [{ label: `All that happened to ${object}`, address: addresses.object(object) }]),
  ]
}

function isKeyOf(word: string, prefixes: readonly string[]): boolean {
  const key = splitObjectKey(word)
  return key !== undefined && prefixes.includes(key.prefix)
}
