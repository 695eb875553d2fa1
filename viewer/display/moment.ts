import { DAY_MS, HOUR_MS } from '../../engine/hours.ts'
import { dateOf } from './date-of.ts'

/** A point in time as a page shows it. Everything but `relative` is in UTC. */
export interface Moment {
  /** For machines: `2026-11-21T10:41:07.123Z`. */
  readonly datetime: string
  /** `10:41:07` */
  readonly clock: string
  /** `21 Nov 2026, 10:41:07.123 UTC` */
  readonly absolute: string
  /** `3 min ago` */
  readonly relative: string
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

export function moment(ms: number, now: number): Moment {
  const date = dateOf(ms)
  const datetime = date.toISOString()
  const time = datetime.slice(datetime.indexOf('T') + 1)
  return {
    datetime,
    clock: time.slice(0, 8),
    absolute: `${DAY.format(date)}, ${time.slice(0, -1)} UTC`,
    relative: relativeTime(ms, now),
  }
}

interface Unit {
  readonly name: string
  readonly ms: number
  /** Up to how many of it are counted before the next unit is. */
  readonly upTo: number
}

const UNITS: readonly Unit[] = [
  { name: 's', ms: 1000, upTo: 60 },
  { name: 'min', ms: 60_000, upTo: 60 },
  { name: 'h', ms: HOUR_MS, upTo: 24 },
  { name: 'days', ms: DAY_MS, upTo: 31 },
  { name: 'months', ms: 30.44 * DAY_MS, upTo: 12 },
  { name: 'years', ms: 365.25 * DAY_MS, upTo: Infinity },
]

const NOW_MS = 2000

/** `just now`, `3 min ago`, `in 29 days` */
export function relativeTime(ms: number, now: number): string {
  const distance = Math.abs(now - ms)
  if (distance < NOW_MS) return 'just now'
  const unit = UNITS.find(({ ms: length, upTo }) => distance < length * upTo)
  if (unit === undefined) return 'long ago'
  const number = Math.max(1, Math.floor(distance / unit.ms))
  const name = number === 1 ? unit.name.replace(/(?<=..)s$/, '') : unit.name
  return ms > now ? `in ${number} ${name}` : `${number} ${name} ago`
}
