import type { Level } from '../../engine/level.ts'
import { p95Of } from '../counts/tally.ts'
import { aboutDuration } from '../display/about-duration.ts'
import { eventWords } from '../charts/event-chart.ts'
import { count, digits } from '../display/count.ts'
import type { EventFilters } from '../query/event-filters.ts'
import type { Domain } from './domains.ts'

/** Something that is not as it was. */
export interface NewsItem {
  /** How bad it is. */
  readonly level: Level
  readonly prefix: string
  /** What follows the prefix: `is new: 12 events`. */
  readonly text: string
  readonly address: string
}

/** What is not as it was, worst first, or a sentence in its place. */
export interface News {
  /** As in `New since yesterday`. */
  readonly since: string
  readonly items: readonly NewsItem[]
  readonly quiet: string
}

interface NewsContext {
  /** The list of these events, now and before. */
  readonly address: (filters: EventFilters) => string
  readonly addressBefore: (filters: EventFilters) => string
}

/** Fewer come and go by chance. */
const NOTABLE = 5
/** Durations of fewer events say little. */
const MEASURED = 20
/** They are known to within a factor of two, both of them. */
const SLOWER = 4

/** What is new, what rose and what stopped, compared to as long a time before; the worst first. */
export function newsOf(
  domains: readonly Domain[],
  { address, addressBefore }: NewsContext,
): readonly NewsItem[] {
  const items = domains.flatMap((domain) => {
    const { prefix } = domain
    const stopped = stoppedWords(domain)
    if (stopped !== '') {
      const level: Level = 'warn'
      return [{ level, prefix, text: stopped, address: addressBefore({ prefix }) }]
    }
    const risen = risenWords(domain, 'error', 'errors')
    const warned = risenWords(domain, 'warn', 'warnings')
    const slower = slowerWords(domain)
    const newcomer = newWords(domain)
    const item = (level: Level, text: string, filters: EventFilters): readonly NewsItem[] =>
      text === '' ? [] : [{ level, prefix, text, address: address({ prefix, ...filters }) }]
    if (newcomer !== '') return item(domain.levels.error > 0 ? 'error' : 'info', newcomer, {})
    return [
      ...item('error', risen, { level: 'error' }),
      ...item('warn', warned, { level: 'warn' }),
      ...item('warn', slower, {}),
    ]
  })
  return [
    ...items.filter(({ level }) => level === 'error'),
    ...items.filter(({ level }) => level === 'warn'),
    ...items.filter(({ level }) => level === 'info'),
  ]
}

function newWords(domain: Domain): string {
  return domain.before.events === 0 ? `is new: ${eventWords(domain)}` : ''
}

function stoppedWords({ events, before }: Domain): string {
  if (events > 0 || before.events < NOTABLE) return ''
  return `has stopped: ${count(before.events, 'event')} before, none since`
}

function risenWords({ levels, before }: Domain, level: 'warn' | 'error', noun: string): string {
  const [now, then] = [levels[level], before.levels[level]]
  if (then === 0)
    return level === 'error' && now > 0 ? `has ${count(now, 'error')}, none before` : ''
  return now >= NOTABLE && now > 2 * then
    ? `has more ${noun}: ${digits(now)}, up from ${digits(then)}`
    : ''
}

function slowerWords(domain: Domain): string {
  const [now, then] = [p95Of(domain), p95Of(domain.before)]
  if (now === undefined || then === undefined) return ''
  if (Math.min(domain.events, domain.before.events) < MEASURED) return ''
  if (now < SLOWER * then) return ''
  return `is slower: p95 about ${aboutDuration(now)}, up from ${aboutDuration(then)}`
}
