import type { SampleEvent } from '../memory-reader.ts'
import { importStory, renewalStory, signInStory } from './other-stories.ts'
import { SeededRandom } from './random.ts'
import { workoutStory } from './workout-story.ts'

const USERS = [
  'Ada Lovelace',
  'Grace Hopper',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Alan Turing',
  'Frances Allen',
] as const
const PHASES = ['stabilisation', 'hypertrophy', 'strength', 'power'] as const
const MINUTE_MS = 60_000

export interface Sample {
  readonly events: readonly SampleEvent[]
  /** A long story that ends in an error. */
  readonly failed: SampleEvent
}

/** Three days of a workout service, up to `now`. */
export function sample(now: number, eventCount: number = 150): Sample {
  const random = new SeededRandom(7)
  const failed = workoutStory(
    random,
    {
      user: 'Ada Lovelace',
      phase: 'hypertrophy',
      components: 4,
      deadEnd: 'hamstrings',
      fails: true,
    },
    {
      prefix: 'workout',
      id: '42',
      committedAt: now - 3.4 * MINUTE_MS,
      service: 'workouts',
      trace: '4bf92f3577b34da6a3ce929d0e0e4736',
    },
  )
  const events = [failed]
  let committedAt = now - 20_000
  while (events.length < eventCount) {
    events.push(anyStory(random, committedAt))
    committedAt -= random.between(1, 55) * MINUTE_MS
  }
  return { events, failed }
}

function anyStory(random: SeededRandom, committedAt: number): SampleEvent {
  const index = random.whole(0, USERS.length - 1)
  const user = USERS[index] ?? USERS[0]
  const id = String(42 + index)
  const dice = random.next()
  if (dice < 0.55) {
    const components = random.whole(2, 4)
    const isStuck = random.chance(0.18)
    return workoutStory(
      random,
      {
        user,
        phase: random.pick(PHASES),
        components,
        ...(isStuck && { deadEnd: 'hamstrings' }),
        fails: random.chance(0.05),
      },
      { prefix: 'workout', id, committedAt, service: 'workouts' },
    )
  }
  if (dice < 0.75) {
    return signInStory(random, user, { prefix: 'user', id, committedAt, service: 'accounts' })
  }
  if (dice < 0.96) {
    return renewalStory(random, user, { prefix: 'billing', id, committedAt, service: 'accounts' })
  }
  return importStory(random, {
    prefix: 'catalogue',
    id: 'exercises',
    committedAt,
    service: 'workouts',
  })
}
