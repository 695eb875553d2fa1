import { DAY_MS, HOUR_MS } from './clock.ts'
import { inventoryApi } from './lookups/service.ts'
import type { FailureRate } from './lookups/surroundings.ts'

/** From and to, in milliseconds since the epoch. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

const WORST_RATE = 0.95
/** How quickly it gets as bad as it will. */
const STEEPNESS = 2
const START_HOUR = 14.3
const HOURS = 2.4

/** An afternoon within the time span on which the inventory was overloaded: the last but one, if there was. */
export function incidentWithin(whole: TimeSpan): TimeSpan {
  const today = Math.floor(whole.to / DAY_MS) * DAY_MS
  for (const daysAgo of [2, 1, 0]) {
    const from = today - daysAgo * DAY_MS + START_HOUR * HOUR_MS
    const to = from + HOURS * HOUR_MS
    if (from >= whole.from && to <= whole.to) return { from, to }
  }
  const length = whole.to - whole.from
  return { from: whole.from + 0.4 * length, to: whole.from + 0.6 * length }
}

/** Failure rates that are usual but for the inventory's, which rises and falls during the incident. */
export function failureRateDuring({ from, to }: TimeSpan): FailureRate {
  const middle = (from + to) / 2
  return (service, time) => {
    if (service !== inventoryApi || time < from || time > to) return service.failureRate
    const nearness = Math.min(1, STEEPNESS * (1 - Math.abs(time - middle) / (middle - from)))
    return service.failureRate + nearness * (WORST_RATE - service.failureRate)
  }
}
