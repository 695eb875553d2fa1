import { DAY_MS, HOUR_MS } from './clock.ts'
import type { TimeSpan } from './incident.ts'
import type { SeededRandom } from './seeded-random.ts'

/** How busy each hour of the day is, from midnight in UTC. */
const HOURLY_WEIGHTS = [1, 1, 0, 0, 1, 4, 9, 10, 7, 4, 4, 6, 8, 6, 4, 4, 6, 10, 12, 11, 8, 5, 3, 2]
const BUSIEST = Math.max(...HOURLY_WEIGHTS)
/** Users whom an incident sent away come back and try again. */
const RUSH_SHARE = 0.07

/** When events happen, in order: more in the daytime, and a rush while there is an incident. */
export function eventTimes(
  events: number,
  whole: TimeSpan,
  incident: TimeSpan,
  random: SeededRandom,
): readonly number[] {
  const rush = Math.round(events * RUSH_SHARE)
  const times = Array.from({ length: events }, (_, index) =>
    index < rush ? random.between(incident.from, incident.to) : daytime(whole, random),
  )
  return times.toSorted((a, b) => a - b)
}

function daytime(whole: TimeSpan, random: SeededRandom): number {
  for (;;) {
    const time = random.between(whole.from, whole.to)
    const hour = Math.floor((time % DAY_MS) / HOUR_MS)
    if (random.chance((HOURLY_WEIGHTS[hour] ?? 0) / BUSIEST)) return time
  }
}
