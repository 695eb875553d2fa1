import { DAY_MS, HOUR_MS } from '../../engine/hours.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })

/** A day as an axis says it: `21 Nov`. */
export function dayWords(ms: number): string {
  return DAY.format(ms)
}

/** A time of the day as an axis says it: `09:00`. */
export function clockWords(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16)
}

/** A step in words, in UTC: `21 Nov, 09:00 to 10:00`; a whole day as `21 Nov`. */
export function stepWords({ from, to }: { readonly from: number; readonly to: number }): string {
  const end = to + 1
  if (from % DAY_MS === 0 && end - from === DAY_MS) return dayWords(from)
  if (end - from > DAY_MS) return `${dayWords(from)} to ${dayWords(to)}`
  return `${dayWords(from)}, ${clockWords(from)} to ${clockWords(end)}`
}

/** The length of a step, after a noun: `per hour`, `per 6 hours`, `per day`. */
export function stepLengthWords(stepMs: number): string {
  const [number, noun] = stepMs < DAY_MS ? [stepMs / HOUR_MS, 'hour'] : [stepMs / DAY_MS, 'day']
  return number === 1 ? `per ${noun}` : `per ${number} ${noun}s`
}
