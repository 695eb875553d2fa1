import { DAY_MS } from '../../engine/hours.ts'
import { LAST_MILLISECOND } from '../../engine/item/timestamp.ts'

/** What a written time stands for: from its first millisecond to its last. */
export interface TimeSpan {
  readonly first: number
  readonly last: number
}

const MINUTE_MS = 60_000

const EPOCH_MILLISECONDS = /^\d{11,13}$/
const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/i

/**
 * Reads a time as a person or a form writes it: `2026-11-21`, `2026-11-21T10:41`,
 * `2026-11-21 10:41:07.123`, with `Z` or an offset such as `+01:00`, else in UTC; or milliseconds
 * since the epoch. A day, a minute or a second stands for all of itself.
 */
export function parseTime(text: string): TimeSpan | undefined {
  if (EPOCH_MILLISECONDS.test(text)) return span(Number(text), 1)
  const [, date, minutes, seconds, fraction, zone = 'Z'] = DATE.exec(text) ?? []
  if (date === undefined || !isCalendarDay(date)) return undefined
  const clock = `${minutes ?? '00:00'}:${seconds ?? '00'}${fraction ?? ''}`
  const first = Date.parse(`${date}T${clock}${zone.toUpperCase()}`)
  return span(first, lengthOf({ minutes, seconds, fraction }))
}

function lengthOf(given: {
  readonly minutes: string | undefined
  readonly seconds: string | undefined
  readonly fraction: string | undefined
}): number {
  if (given.minutes === undefined) return DAY_MS
  if (given.seconds === undefined) return MINUTE_MS
  return given.fraction === undefined ? 1000 : 1
}

function span(first: number, length: number): TimeSpan | undefined {
  const last = first + length - 1
  return first >= 0 && last <= LAST_MILLISECOND ? { first, last } : undefined
}

/** `Date.parse` takes 30 February for 2 March. */
function isCalendarDay(date: string): boolean {
  const day = new Date(`${date}T00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}
