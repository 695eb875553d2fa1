import type { Count } from '../counters/counts.ts'
import { DAY_MS, dayOf, hourOf } from '../hours.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { checkedRange } from './key-range.ts'

/** As far as one question may reach. */
const MOST_DAYS = 400

/** Which hours to read. */
export interface CountsQuery {
  /** A time in the first hour. Milliseconds since the epoch, or a Date. Default: a day before `to`. */
  readonly from?: number | Date
  /** A time in the last hour. Milliseconds since the epoch, or a Date. Default: now. */
  readonly to?: number | Date
}

/** What was counted when events were stored. */
export interface CountsPage {
  /** The sum over all writers, by hour, then prefix, then level. */
  readonly counts: readonly Count[]
  /** What reading them cost. */
  readonly readUnits: number
  /** How many items could not be read, so that their counts are missing; 0 as a rule. */
  readonly unreadable: number
}

/** The hours that a query asks for, and the days that they lie in, by when they begin. */
export interface CountedHours {
  readonly first: number
  readonly last: number
  readonly days: readonly number[]
}

/** @throws StacktaleError `time-invalid` */
export function countedHours({ from, to }: CountsQuery, now: number): CountedHours {
  const latestAsked = to ?? now
  const { earliest, latest } = checkedRange({
    from: from ?? Math.max(0, Number(latestAsked) - DAY_MS || 0),
    to: latestAsked,
  })
  const count = (dayOf(latest) - dayOf(earliest)) / DAY_MS + 1
  if (count > MOST_DAYS) {
    throw new StacktaleError(
      'time-invalid',
      `"from" and "to" are ${count} days apart, and counts are read for at most ${MOST_DAYS} days at a time.`,
    )
  }
  const days = Array.from({ length: count }, (_, day) => dayOf(earliest) + day * DAY_MS)
  return { first: hourOf(earliest), last: hourOf(latest), days }
}
