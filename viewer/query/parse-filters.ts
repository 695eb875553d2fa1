import { isLevel, LEVELS } from '../../engine/level.ts'
import { LARGEST_LIMIT } from '../../engine/table/check-query.ts'
import { splitObjectKey } from '../../engine/item/object-key.ts'
import type { EventFilters, FilterName } from './event-filters.ts'
import { DEEPEST, LONGEST_SEARCH } from './event-filters.ts'
import { parseTime } from './parse-time.ts'
import { isQuickRange, QUICK_RANGES } from './quick-range.ts'

/** What is wrong with one parameter of an address. */
export interface ParameterProblem {
  readonly parameter: string
  readonly problem: string
}

export type ParsedFilters =
  | {
      readonly ok: true
      readonly filters: EventFilters
      /** Whether the address says it the short way: without empty parameters, as a form leaves them. */
      readonly isPlain: boolean
    }
  | { readonly ok: false; readonly problems: readonly ParameterProblem[] }

export const OBJECT_PAGE_FILTERS: readonly FilterName[] = [
  'level',
  'range',
  'from',
  'to',
  'limit',
  'cursor',
]
export const EVENTS_PAGE_FILTERS: readonly FilterName[] = [
  'q',
  'in',
  'prefix',
  'object',
  ...OBJECT_PAGE_FILTERS,
]

/** DynamoDB's limit for a partition key. */
const KEY_LIMIT_BYTES = 2048

type Parse = (text: string) => EventFilters | string

/** A parser gives the filter, or what it expected. */
const PARSERS: Readonly<Record<FilterName, Parse>> = {
  q: parseText,
  in: (text) => (text === 'stories' ? { in: text } : 'Expected stories, or nothing for titles.'),
  prefix: parsePrefix,
  object: parseObject,
  level: (text) => (isLevel(text) ? { level: text } : `Expected one of ${LEVELS.join(', ')}.`),
  range: (text) =>
    isQuickRange(text) ? { range: text } : `Expected one of ${QUICK_RANGES.join(', ')}.`,
  from: (text) => {
    const time = parseTime(text)
    return time === undefined ? TIME_EXPECTED : { from: time.first }
  },
  to: (text) => {
    const time = parseTime(text)
    return time === undefined ? TIME_EXPECTED : { to: time.last }
  },
  limit: parseLimit,
  cursor: (text) => ({ cursor: text }),
  depth: (text) => {
    const depth = Number(text)
    if (/^\d{1,2}$/.test(text) && depth > 0) return { depth }
    return `Expected how many depths to unfold: a whole number from 1 to ${DEEPEST}.`
  },
  lines: (text) => (text === 'yes' || text === 'no' ? { lines: text } : 'Expected yes or no.'),
}

const TIME_EXPECTED =
  'Expected a time such as 2026-11-21, 2026-11-21T10:41 or 2026-11-21T10:41:07.123Z, in UTC unless it has an offset.'

/**
 * Reads the filters of an address.
 *
 * @param names the parameters that this page knows
 */
export function parseFilters(
  query: URLSearchParams,
  names: readonly FilterName[] = EVENTS_PAGE_FILTERS,
): ParsedFilters {
  const filters: EventFilters = {}
  const problems: ParameterProblem[] = []
  for (const parameter of new Set(query.keys())) {
    const parsed = parseParameter(parameter, query.getAll(parameter), names)
    if (typeof parsed === 'string') problems.push({ parameter, problem: parsed })
    else Object.assign(filters, parsed)
  }
  problems.push(...contradictions(filters))
  if (problems.length > 0) return { ok: false, problems }
  const { range, ...others } = filters
  const isRangeReplaced = range !== undefined && (filters.from ?? filters.to) !== undefined
  return {
    ok: true,
    filters: isRangeReplaced ? others : filters,
    isPlain: !isRangeReplaced && ![...query.values()].includes(''),
  }
}

function parseParameter(
  parameter: string,
  values: readonly string[],
  names: readonly FilterName[],
): EventFilters | string {
  const name = names.find((known) => known === parameter)
  if (name === undefined) return `This page does not know it. It knows ${names.join(', ')}.`
  const [value = '', ...more] = values
  if (more.length > 0) return `It is given ${values.length} times. Expected once.`
  return value === '' ? {} : PARSERS[name](value)
}

function parseText(text: string): EventFilters | string {
  if (text.length > LONGEST_SEARCH) {
    return `It has ${text.length} characters. A search has at most ${LONGEST_SEARCH}.`
  }
  return text.trim() === '' ? {} : { q: text.trim() }
}

function parsePrefix(text: string): EventFilters | string {
  if (text.includes('_')) return 'Expected a prefix, such as workout. A prefix has no underscore.'
  if (Buffer.byteLength(text) > KEY_LIMIT_BYTES) return tooLong(text)
  return { prefix: text }
}

function parseObject(text: string): EventFilters | string {
  if (Buffer.byteLength(text) > KEY_LIMIT_BYTES) return tooLong(text)
  if (splitObjectKey(text) !== undefined) return { object: text }
  return "Expected an object's whole key: its prefix, an underscore and its id, such as workout_42."
}

function parseLimit(text: string): EventFilters | string {
  const limit = Number(text)
  if (/^\d+$/.test(text) && limit >= 1 && limit <= LARGEST_LIMIT) return { limit }
  return `Expected a whole number from 1 to ${LARGEST_LIMIT}.`
}

function tooLong(text: string): string {
  return `It has ${Buffer.byteLength(text)} bytes. A key has at most ${KEY_LIMIT_BYTES}.`
}

function contradictions({ prefix, object, from, to }: EventFilters): ParameterProblem[] {
  const problems: ParameterProblem[] = []
  if (prefix !== undefined && object !== undefined && splitObjectKey(object)?.prefix !== prefix) {
    problems.push({
      parameter: 'prefix',
      problem: `It is ${prefix}, and the object ${object} has another. Expected one of the two, or both alike.`,
    })
  }
  if (from !== undefined && to !== undefined && from > to) {
    problems.push({
      parameter: 'from',
      problem: `It lies after "to". Expected the earlier time in "from".`,
    })
  }
  return problems
}
