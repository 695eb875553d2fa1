import type { GenericLogger } from 'stacktale'
import { configure } from 'stacktale'
import type { MemorySink } from 'stacktale/testing'
import { memorySink } from 'stacktale/testing'
import type { Surroundings } from '../../../../scripts/demo/workouts/lookups/surroundings.ts'
import { SeededRandom } from '../../../../scripts/demo/workouts/seeded-random.ts'
import { SimulatedClock } from '../../../../scripts/demo/workouts/simulated-clock.ts'
import { openStudio } from '../../../../scripts/demo/workouts/studio.ts'
import type { Studio } from '../../../../scripts/demo/workouts/studio.ts'
import { ROSTER } from '../../../../scripts/demo/workouts/users/roster.ts'
import type { User } from '../../../../scripts/demo/workouts/users/user.ts'

export type ToldEvent = MemorySink['events'][number]

/** A Monday evening. */
export const MONDAY: number = Date.UTC(2026, 2, 9, 17, 30)

export function userNumbered(id: number): User {
  const user = ROSTER.find((candidate) => candidate.id === id)
  if (user === undefined) throw new RangeError(`There is no user ${id}`)
  return user
}

/** The event that a piece of work logs, in a studio made from the seed alone. */
export async function toldBy(
  seed: number,
  work: (studio: Studio) => Promise<GenericLogger>,
  failureRate?: Surroundings['failureRate'],
): Promise<ToldEvent> {
  const random = new SeededRandom(seed)
  const clock = new SimulatedClock(MONDAY, random)
  const sink = memorySink()
  configure({ sink, clock: clock.read })
  try {
    const studio = openStudio({
      clock: clock.read,
      random,
      latency: clock.pass,
      ...(failureRate !== undefined && { failureRate }),
    })
    const log = await work(studio)
    await log.commit()
  } finally {
    configure({ sink: undefined, clock: undefined })
  }
  const [event] = sink.events
  if (event === undefined) throw new Error('Nothing was logged')
  return event
}
