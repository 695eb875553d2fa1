import { StacktaleError } from '../errors/stacktale-error.ts'
import { LEVELS, rankOf } from '../level.ts'
import type { Count } from './counts.ts'
import { DURATION_BUCKETS } from './durations.ts'
import { DAY_MS, HOUR_MS } from '../hours.ts'

/** The counts of a day, a column each. docs/table-format.md describes them. */
interface Columns {
  readonly prefixes: readonly string[]
  readonly hour: readonly number[]
  readonly prefix: readonly number[]
  readonly level: readonly number[]
  readonly events: readonly number[]
  readonly lines: readonly number[]
  readonly bytes: readonly number[]
  readonly writeUnits: readonly number[]
  /** The first bucket that holds any, then how many it and those after it hold. */
  readonly durations: readonly (readonly number[])[]
}

const NUMBERS = [
  'hour',
  'prefix',
  'level',
  'events',
  'lines',
  'bytes',
  'writeUnits',
] as const satisfies readonly (keyof Columns)[]

/** The counts of one day as JSON. */
export function countsJson(counts: Iterable<Count>): string {
  const rows = [...counts]
  const prefixes = [...new Set(rows.map(({ prefix }) => prefix))]
  const places = new Map(prefixes.map((prefix, place) => [prefix, place]))
  const columns: Columns = {
    prefixes,
    hour: rows.map(({ hour }) => (hour % DAY_MS) / HOUR_MS),
    prefix: rows.map(({ prefix }) => places.get(prefix) ?? 0),
    level: rows.map(({ level }) => rankOf(level)),
    events: rows.map(({ events }) => events),
    lines: rows.map(({ lines }) => lines),
    bytes: rows.map(({ bytes }) => bytes),
    writeUnits: rows.map(({ writeUnits }) => writeUnits),
    durations: rows.map(({ durations }) => withoutZeros(durations)),
  }
  return JSON.stringify(columns)
}

/**
 * @param json what `countsJson` gave
 * @param day when it begins, in milliseconds since the epoch
 * @throws StacktaleError `body-damaged`
 */
export function countsOfJson(json: string, day: number): readonly Count[] {
  const columns = parsed(json)
  if (!areColumns(columns)) throw damaged()
  return columns.hour.map((hour, row) => {
    const prefix = columns.prefixes[columns.prefix[row] ?? -1]
    const level = LEVELS[columns.level[row] ?? -1]
    const durations = columns.durations[row]
    if (prefix === undefined || level === undefined || durations === undefined) throw damaged()
    return {
      hour: day + hour * HOUR_MS,
      prefix,
      level,
      events: columns.events[row] ?? 0,
      lines: columns.lines[row] ?? 0,
      bytes: columns.bytes[row] ?? 0,
      writeUnits: columns.writeUnits[row] ?? 0,
      durations: withZeros(durations),
    }
  })
}

function withoutZeros(durations: readonly number[]): readonly number[] {
  const first = durations.findIndex((events) => events > 0)
  const last = durations.findLastIndex((events) => events > 0)
  return first < 0 ? [] : [first, ...durations.slice(first, last + 1)]
}

function withZeros([first = 0, ...events]: readonly number[]): readonly number[] {
  return Array.from({ length: DURATION_BUCKETS }, (_, bucket) => events[bucket - first] ?? 0)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw damaged(cause)
  }
}

function areColumns(value: unknown): value is Columns {
  if (typeof value !== 'object' || value === null) return false
  if (!('prefixes' in value && 'durations' in value)) return false
  const { prefixes, durations } = value
  if (!Array.isArray(prefixes) || !prefixes.every((name) => typeof name === 'string')) return false
  if (!Array.isArray(durations) || !durations.every(areNumbers)) return false
  return NUMBERS.every((name) => {
    const column: unknown = Reflect.get(value, name)
    return areNumbers(column) && column.length === durations.length
  })
}

function areNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((number) => Number.isFinite(number))
}

function damaged(cause?: unknown): StacktaleError {
  return new StacktaleError(
    'body-damaged',
    'Counts were read that are not the columns which stacktale writes.',
    { cause },
  )
}
