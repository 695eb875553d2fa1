import { p95Of } from '../counts/tally.ts'
import { aboutDuration } from '../display/about-duration.ts'
import { count, digits } from '../display/count.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { shareWords } from './change-words.ts'
import type { Domain } from './domains.ts'

/** A prefix in the order of what it is worst at. */
export interface Ranked {
  readonly prefix: string
  readonly address: string
  readonly value: string
  readonly remark: string
  /** In hundredths of the worst. */
  readonly share: number
}

const MOST = 5

/** Those of which one event in twenty took longest. */
export function slowest(
  domains: readonly Domain[],
  address: (filters: EventFilters) => string,
): readonly Ranked[] {
  return ranked(
    domains,
    (domain) => p95Of(domain) ?? 0,
    (domain, p95) => ({
      address: address({ prefix: domain.prefix }),
      value: `≈ ${aboutDuration(p95)}`,
      remark: count(domain.events, 'event'),
    }),
  )
}

/** Those of which the largest part of events failed. */
export function mostFailing(
  domains: readonly Domain[],
  address: (filters: EventFilters) => string,
): readonly Ranked[] {
  return ranked(
    domains,
    ({ events, levels }) => levels.error / Math.max(1, events),
    ({ prefix, events, levels }) => ({
      address: address({ prefix, level: 'error' }),
      value: shareWords(levels.error, events),
      remark: `${digits(levels.error)} of ${count(events, 'event')}`,
    }),
  )
}

function ranked(
  domains: readonly Domain[],
  measure: (domain: Domain) => number,
  describe: (domain: Domain, measured: number) => Omit<Ranked, 'prefix' | 'share'>,
): readonly Ranked[] {
  const measured = domains
    .map((domain) => ({ domain, measure: measure(domain) }))
    .filter(({ measure }) => measure > 0)
    .toSorted((a, b) => b.measure - a.measure)
    .slice(0, MOST)
  const worst = measured[0]?.measure ?? 1
  return measured.map(({ domain, measure }) => ({
    prefix: domain.prefix,
    ...describe(domain, measure),
    share: Math.max(1, Math.round((100 * measure) / worst)),
  }))
}
