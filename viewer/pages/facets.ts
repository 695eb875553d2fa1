import type { EventSummary } from '../../engine/event.ts'
import { LEVELS } from '../../engine/level.ts'
import { count } from '../display/count.ts'
import { levelWords } from '../display/level-words.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { fromTheTop } from '../query/event-filters.ts'
import { printSearch } from '../query/search/print-search.ts'
import type { Condition, Term } from '../query/search/term.ts'

/** What the loaded events are like, each a link that adds it to the search or takes it out. */
export interface Facets {
  /** `Of these 100 events` */
  readonly heading: string
  readonly groups: readonly FacetGroup[]
}

interface FacetGroup {
  readonly label: string
  readonly values: readonly Facet[]
  /** How many more there are; empty where all are listed. */
  readonly others: string
}

interface Facet {
  readonly label: string
  readonly count: number
  /** Of the class that gives it its mark; empty for none. */
  readonly mark: string
  readonly isChosen: boolean
  readonly address: string
}

interface FacetContext {
  readonly filters: EventFilters
  readonly terms: readonly Term[]
  /** The page with other filters. */
  readonly address: (filters?: EventFilters) => string
}

interface Value {
  readonly label: string
  readonly mark: string
  readonly condition: Condition
}

const MOST_VALUES = 8

/** @returns undefined where there is nothing to choose */
export function facetsOf(
  events: readonly EventSummary[],
  context: FacetContext,
): Facets | undefined {
  const groups = [
    group('Level', events.map(levelValue), context),
    group('Prefix', events.map(nameValue('prefix')), context),
    group('Service', events.map(nameValue('service')), context),
  ].filter(({ values }) => values.length > 1 || values.some(({ isChosen }) => isChosen))
  if (groups.length === 0) return undefined
  return {
    heading: `Of ${events.length === 1 ? 'this' : 'these'} ${count(events.length, 'event')}`,
    groups,
  }
}

function group(
  label: string,
  values: readonly (Value | undefined)[],
  { filters, terms, address }: FacetContext,
): FacetGroup {
  const counts = new Map<string, { value: Value; count: number }>()
  for (const value of values) {
    if (value === undefined) continue
    const counted = counts.get(value.label) ?? { value, count: 0 }
    counted.count += 1
    counts.set(value.label, counted)
  }
  const all = [...counts.values()].toSorted((a, b) => order(b) - order(a))
  return {
    label,
    values: all.slice(0, MOST_VALUES).map(({ value, count }) => {
      const own = { ...value.condition, isNegated: false }
      const isChosen = terms.some((term) => isSame(term, own))
      const others = terms.filter(({ kind, isNegated }) => isNegated || kind !== own.kind)
      const q = printSearch(isChosen ? others : [...others, own])
      const changed = { ...fromTheTop(filters), q: q === '' ? undefined : q }
      return { ...value, count, isChosen, address: address(changed) }
    }),
    others: all.length > MOST_VALUES ? `and ${all.length - MOST_VALUES} more` : '',
  }
}

/** Levels by how bad they are, all else by how often it is. */
function order({ value: { condition }, count }: { value: Value; count: number }): number {
  return condition.kind === 'level' ? LEVELS.indexOf(condition.level) : count
}

function isSame(a: Term, b: Term): boolean {
  return printSearch([a]) === printSearch([b])
}

function levelValue({ level }: EventSummary): Value {
  return {
    label: levelWords(level).name,
    mark: level,
    condition: { kind: 'level', level, isExact: true },
  }
}

function nameValue(kind: 'prefix' | 'service'): (event: EventSummary) => Value | undefined {
  return ({ [kind]: name }) =>
    name === undefined || name === ''
      ? undefined
      : { label: name, mark: '', condition: { kind, name } }
}
