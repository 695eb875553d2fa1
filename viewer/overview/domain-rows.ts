import type { Sparkline } from '../charts/sparkline.ts'
import { sparkline } from '../charts/sparkline.ts'
import type { LinkedNumber } from '../charts/event-chart.ts'
import { medianOf, p95Of } from '../counts/tally.ts'
import { aboutDuration } from '../display/about-duration.ts'
import { count, digits } from '../display/count.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { shareWords } from './change-words.ts'
import type { Domain } from './domains.ts'

/** A prefix as a row of the overview. */
export interface DomainRow {
  readonly prefix: string
  readonly address: string
  readonly course: Sparkline
  readonly events: LinkedNumber
  /** Of all events. */
  readonly share: string
  readonly errors: LinkedNumber
  /** Of its own events. */
  readonly errorShare: string
  readonly hasErrors: boolean
  readonly median: string
  readonly p95: string
}

export interface DomainTable {
  readonly rows: readonly DomainRow[]
  /** Of those that are not shown; empty where all are. */
  readonly rest: string
}

/** As many prefixes as are read at a glance. */
const MOST_ROWS = 20

export function domainTable(
  domains: readonly Domain[],
  address: (filters: EventFilters) => string,
): DomainTable {
  const all = domains.reduce((sum, { events }) => sum + events, 0)
  const present = domains.filter(({ events }) => events > 0)
  const rest = present.slice(MOST_ROWS)
  const restEvents = rest.reduce((sum, { events }) => sum + events, 0)
  return {
    rows: present.slice(0, MOST_ROWS).map((domain) => domainRow(domain, all, address)),
    rest:
      rest.length === 0
        ? ''
        : `and ${count(rest.length, 'more domain')} with ${count(restEvents, 'event')}.`,
  }
}

function domainRow(
  domain: Domain,
  all: number,
  address: (filters: EventFilters) => string,
): DomainRow {
  const { prefix, events, levels, columns } = domain
  return {
    prefix,
    address: address({ prefix }),
    course: sparkline(columns),
    events: { text: digits(events), address: address({ prefix }) },
    share: shareWords(events, all),
    errors: {
      text: digits(levels.error),
      address: address({ prefix, level: 'error' }),
    },
    errorShare: shareWords(levels.error, events),
    hasErrors: levels.error > 0,
    median: aboutDuration(medianOf(domain)),
    p95: aboutDuration(p95Of(domain)),
  }
}
