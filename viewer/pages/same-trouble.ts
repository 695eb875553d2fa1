import { DAY_MS } from '../../engine/hours.ts'
import { PAGE_READ_UNITS } from '../../engine/table/check-query.ts'
import type { StoredEvent } from '../../engine/table/event-page.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import type { Addresses } from '../addresses.ts'
import { troubleWords } from '../display/trouble-words.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { startOf } from '../query/quick-range.ts'
import { printSearch } from '../query/search/print-search.ts'
import type { Link } from './link.ts'

const HALF_WEEK_MS = 3.5 * DAY_MS

/**
 * From what went wrong in a story to where it went wrong, too: did it happen to others, and since when?
 *
 * @returns nothing where nothing went wrong
 */
export function sameTrouble(
  event: StoredEvent,
  addresses: Addresses,
  now: number,
): readonly Link[] {
  const { lines, level, prefix } = event
  if (level !== 'error' && level !== 'warn') return []
  const week = weekWith(millisecondsOf(event.timestamp), now)
  const kind = level === 'error' ? 'errors' : 'warnings and errors'
  const words = troubleWords(lines)
  return [
    words === undefined
      ? { label: `Other events with ${kind}`, address: addresses.events({ level, ...week }) }
      : {
          label: `Other events with “${words}”, for up to ${PAGE_READ_UNITS} read units`,
          address: addresses.events({ q: searchFor(words), in: 'stories', level, ...week }),
        },
    {
      label: `The ${kind} of ${prefix} in ${week.range === undefined ? 'that' : 'the last'} week`,
      address: addresses.events({ prefix, level, ...week }),
    },
  ]
}

function searchFor(text: string): string {
  return printSearch([{ kind: 'text', text, isNegated: false }])
}

/** The last week, or of an event that is older the week around it. */
function weekWith(committedMs: number, now: number): Pick<EventFilters, 'range' | 'from' | 'to'> {
  if (committedMs >= startOf('7d', now)) return { range: '7d' }
  return { from: Math.max(0, committedMs - HALF_WEEK_MS), to: committedMs + HALF_WEEK_MS }
}
