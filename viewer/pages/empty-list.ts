import type { Link } from './link.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { fromTheTop } from '../query/event-filters.ts'
import { rangeWords, widerThan } from '../query/quick-range.ts'
import { textTerms } from '../query/search/matches.ts'
import { parseSearch } from '../query/search/parse-search.ts'
import { filterWords } from './list-sentence.ts'

/** What a list says in the place of events. */
export interface EmptyList {
  readonly title: string
  readonly text: string
  /** The code that logs a first event, where there is none at all. */
  readonly code: string
  readonly links: readonly Link[]
}

const FIRST_EVENT = `import { GenericLogger } from 'stacktale'

const log = new GenericLogger({ id: 42 }, 'workout')
log.addMessage('Starting workout generation')
await log.commit()`

interface EmptyContext {
  readonly table: string
  /** The object whose page it is. */
  readonly object?: string | undefined
  readonly filters: EventFilters
  readonly now: number
  /** The page with other filters. */
  readonly address: (filters?: EventFilters) => string
}

export function emptyList(context: EmptyContext): EmptyList {
  const { table, filters, now, address } = context
  const { object = filters.object } = context
  const searched = filterWords({ ...filters, object }, now)
  if (filters.cursor !== undefined) {
    return {
      title: 'That was the last of them',
      text: `There are no older events${searched}.`,
      code: '',
      links: [{ label: 'Newest events', address: address(fromTheTop(filters)) }],
    }
  }
  if (searched === '') {
    return {
      title: 'No stories yet',
      text: `The table ${table} holds no event. Log the first one:`,
      code: FIRST_EVENT,
      links: [],
    }
  }
  return {
    title: 'Nothing found',
    text: `There are no events${searched}.`,
    code: '',
    links: wideningLinks(filters, address),
  }
}

function wideningLinks(filters: EventFilters, address: EmptyContext['address']): readonly Link[] {
  const { q = '', in: inside, range, from, to, level } = filters
  const hasTexts = textTerms(parseSearch(q).terms).length > 0
  const wider = range === undefined ? undefined : widerThan(range)
  const isTimed = [range, from, to].some((value) => value !== undefined)
  const anyTime = { ...filters, range: undefined, from: undefined, to: undefined }
  return [
    ...(hasTexts && inside === undefined
      ? [{ label: 'Look inside the stories', address: address({ ...filters, in: 'stories' }) }]
      : []),
    ...(wider === undefined
      ? []
      : [
          {
            label: `Search the ${rangeWords(wider).long}`,
            address: address({ ...filters, range: wider }),
          },
        ]),
    ...(isTimed ? [{ label: 'Search all time', address: address(anyTime) }] : []),
    ...(level === undefined
      ? []
      : [{ label: 'Show every level', address: address({ ...filters, level: undefined }) }]),
    ...(Object.values(filters).some((value) => value !== undefined)
      ? [{ label: 'Clear all filters', address: address() }]
      : []),
  ]
}
