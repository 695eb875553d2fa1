import type { EventPage, StoredEvent } from '../../engine/table/event-page.ts'
import type { Addresses } from '../addresses.ts'
import type { DayGroup } from '../display/day-groups.ts'
import type { EventRow } from '../display/event-row.ts'
import { count } from '../display/count.ts'
import { rowsByDay } from '../display/rows-by-day.ts'
import { stoppedWords } from '../display/stopped-words.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { fromTheTop } from '../query/event-filters.ts'
import type { EmptyList } from './empty-list.ts'
import { emptyList } from './empty-list.ts'
import type { Link } from './link.ts'
import { listSentence } from './list-sentence.ts'
import type { SearchReported } from './search-report.ts'
import { continueLabel, searchSentence } from './search-report.ts'

/** A list of events by day, with what leads on from it. */
export interface EventList {
  /** What is shown, in a sentence. */
  readonly sentence: string
  readonly days: readonly DayGroup<EventRow>[]
  readonly empty: EmptyList | undefined
  /** Where reading stopped before the page was full: how far it got, and what going on would cost. */
  readonly notice: string
  readonly older: Link | undefined
  readonly newest: Link | undefined
}

interface ListContext {
  readonly table: string
  /** The object whose page it is. */
  readonly object?: string
  readonly addresses: Addresses
  readonly filters: EventFilters
  /** The list with other filters. */
  readonly address: (filters?: EventFilters) => string
  readonly now: number
  /** What was searched, where something was. */
  readonly search?: SearchContext
}

interface SearchContext extends SearchReported {
  /** The texts that events were searched for. */
  readonly wanted: readonly string[]
  readonly stories: ReadonlyMap<string, StoredEvent> | undefined
}

export function eventList(page: EventPage, context: ListContext): EventList {
  const { filters, address, addresses, now, search } = context
  const { events, cursor } = page
  const isMore = cursor !== undefined
  return {
    sentence: sentenceOf(page, context),
    days: rowsByDay(events, { addresses, now, ...search }),
    empty: events.length === 0 && !isMore ? emptyList(context) : undefined,
    notice:
      search === undefined
        ? stoppedWords(page, now, ` with ${count(events.length, 'event')} found`)
        : '',
    older: isMore
      ? {
          label: olderLabel(page, search),
          address: address({ ...filters, cursor }),
        }
      : undefined,
    newest:
      filters.cursor === undefined
        ? undefined
        : { label: 'Newest events', address: address(fromTheTop(filters)) },
  }
}

/** Where there are no events, the list says so in their place; what a search took is said all the same. */
function sentenceOf(page: EventPage, { filters, now, search }: ListContext): string {
  if (search !== undefined) return searchSentence(page, search, now)
  const { events, cursor } = page
  const isMore = cursor !== undefined
  return events.length === 0 && !isMore ? '' : listSentence(filters, events.length, isMore, now)
}

function olderLabel(page: EventPage, search: SearchContext | undefined): string {
  if (search !== undefined) return continueLabel(page, search)
  return page.searchedTo === undefined ? 'Older events' : 'Search further back'
}
