import { configure } from 'stacktale'
import { DAY_MS, MINUTE_MS } from './clock.ts'
import { ConcurrentStores } from './concurrent-stores.ts'
import { eventTimes } from './event-times.ts'
import { failureRateDuring, incidentWithin } from './incident.ts'
import { nextEvent } from './next-event.ts'
import { SeededRandom } from './seeded-random.ts'
import { SimulatedClock } from './simulated-clock.ts'
import { openStudio } from './studio.ts'

const MOST_IN_FLIGHT = 50

export interface BacklogOptions {
  readonly events: number
  /** How many days the events are spread over. */
  readonly days: number
  readonly seed: number
  /** The time that the last event lies before: milliseconds since the epoch. */
  readonly now: number
}

/**
 * Stores events as if the application had been running for days.
 *
 * The engine's clock is replaced meanwhile, so nothing else should log.
 *
 * @returns how many events are stored
 */
export async function seedBacklog({ events, days, seed, now }: BacklogOptions): Promise<number> {
  const whole = { from: now - days * DAY_MS, to: now - MINUTE_MS }
  const incident = incidentWithin(whole)
  const random = new SeededRandom(seed)
  const clock = new SimulatedClock(whole.from, random)
  const studio = openStudio({
    clock: clock.read,
    random,
    latency: clock.pass,
    failureRate: failureRateDuring(incident),
  })
  const stores = new ConcurrentStores(MOST_IN_FLIGHT)
  configure({ clock: clock.read })
  try {
    for (const time of eventTimes(events, whole, incident, random)) {
      clock.jumpTo(time)
      const log = await nextEvent(studio)
      await stores.add(log)
    }
    return await stores.finish()
  } finally {
    configure({ clock: undefined })
  }
}
