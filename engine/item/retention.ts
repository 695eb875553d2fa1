import { DAY_MS } from '../hours.ts'
import { millisecondsOf } from './timestamp.ts'

/** When what is of a time expires if it is kept for so many days, in seconds since the epoch. */
export function expiryAfter(milliseconds: number, days: number): number {
  return Math.ceil((milliseconds + days * DAY_MS) / 1000)
}

/** For how many days an event is kept; null for ever. */
export function retentionDays({
  timestamp,
  expires,
}: {
  readonly timestamp: string
  readonly expires?: number | undefined
}): number | null {
  return expires === undefined ? null : (expires * 1000 - millisecondsOf(timestamp)) / DAY_MS
}
