import { LEVELS } from '../../engine/level.ts'
import { DEFAULT_LIMIT } from '../../engine/table/check-query.ts'
import { levelWords } from '../display/level-words.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { fromTheTop } from '../query/event-filters.ts'
import { QUICK_RANGES, rangeWords } from '../query/quick-range.ts'
import type { Choice } from './choice.ts'

/** The ways to narrow a list: links for what one click chooses, and a form for the rest. */
export interface FilterForm {
  /** The page itself, without filters. */
  readonly action: string
  readonly levels: readonly Choice[]
  readonly ranges: readonly Choice[]
  /** Empty on a page that has no choice of prefix. */
  readonly prefixes: readonly Choice[]
  readonly hasObject: boolean
  readonly fields: {
    readonly q: string
    readonly in: string
    readonly prefix: string
    readonly object: string
    readonly level: string
    readonly range: string
    readonly from: string
    readonly to: string
    readonly limit: string
  }
  /** How many events a page has at most, to choose from. */
  readonly limits: readonly {
    readonly label: string
    /** Empty for the default, which an address does not say. */
    readonly value: string
    readonly isCurrent: boolean
  }[]
  /** Whether a filter of the form's own is set, so that it is shown open. */
  readonly isOpen: boolean
  /** Where there are filters: the page without them. */
  readonly clear: string | undefined
}

interface FormContext {
  readonly filters: EventFilters
  /** The page with other filters. */
  readonly address: (filters?: EventFilters) => string
  readonly prefixes?: readonly string[]
}

const LIMITS = [25, 50, 100, 250, 500, 1000]

export function filterForm({ filters, address, prefixes }: FormContext): FilterForm {
  const { from, to, limit = DEFAULT_LIMIT, object, prefix, level, range } = filters
  const choose = (
    label: string,
    name: string,
    change: EventFilters,
    isCurrent: boolean,
  ): Choice => ({
    label,
    name,
    address: address({ ...fromTheTop(filters), ...change }),
    isCurrent,
  })
  const anyTime = range === undefined && from === undefined && to === undefined
  return {
    action: address(),
    levels: [
      choose('All', 'all', { level: undefined }, level === undefined || level === LEVELS[0]),
      ...LEVELS.slice(1).map((each) =>
        choose(levelWords(each).filter, each, { level: each }, level === each),
      ),
    ],
    ranges: [
      ...QUICK_RANGES.map((each) =>
        choose(
          rangeWords(each).short,
          each,
          { range: each, from: undefined, to: undefined },
          range === each,
        ),
      ),
      choose('All time', 'all', { range: undefined, from: undefined, to: undefined }, anyTime),
    ],
    prefixes: prefixChoices({ filters, address, ...(prefixes && { prefixes }) }, choose),
    hasObject: prefixes !== undefined,
    fields: {
      q: filters.q ?? '',
      in: filters.in ?? '',
      prefix: prefix ?? '',
      object: object ?? '',
      level: level ?? '',
      range: range ?? '',
      from: forInput(from),
      to: forInput(to),
      limit: valueOfLimit(limit),
    },
    limits: [...new Set([...LIMITS, limit])]
      .toSorted((a, b) => a - b)
      .map((each) => ({
        label: String(each),
        value: valueOfLimit(each),
        isCurrent: each === limit,
      })),
    isOpen: [from, to, object, filters.limit].some((value) => value !== undefined),
    clear: Object.values(fromTheTop(filters)).some((value) => value !== undefined)
      ? address()
      : undefined,
  }
}

function prefixChoices(
  { filters, prefixes = [] }: FormContext,
  choose: (label: string, name: string, change: EventFilters, isCurrent: boolean) => Choice,
): readonly Choice[] {
  const { prefix } = filters
  const names = prefix === undefined || prefixes.includes(prefix) ? prefixes : [...prefixes, prefix]
  if (names.length === 0) return []
  const object = undefined
  return [
    choose('All', '', { prefix: undefined, object }, prefix === undefined),
    ...names.map((name) => choose(name, name, { prefix: name, object }, prefix === name)),
  ]
}

function valueOfLimit(limit: number): string {
  return limit === DEFAULT_LIMIT ? '' : String(limit)
}

/** As `datetime-local` writes it, in UTC, no more exact than need be. */
function forInput(ms: number | undefined): string {
  if (ms === undefined) return ''
  return new Date(ms).toISOString().replace(/(:00)?\.000Z$|Z$/, '')
}
