import { configure } from 'stacktale'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'
import { SimulatedClock } from '../../demo/workouts/simulated-clock.ts'
import { openStudio } from '../../demo/workouts/studio.ts'
import { ROSTER } from '../../demo/workouts/users/roster.ts'
import { generateWorkout } from '../../demo/workouts/workout/generate-workout.ts'
import { WorkoutLogger } from '../../demo/workouts/workout/workout-logger.ts'
import { inventRequest } from '../../demo/workouts/workout/workout-request.ts'
import type { Workload } from './workload.ts'

const SEED = 1
const START = Date.UTC(2026, 0, 1)
const PAUSE_MS = 120_000

/** The demo's workout generator, as its backlog has it: some of its lookups fail. */
export const workouts: Workload = {
  name: 'workouts',
  run: async (events) => {
    const random = new SeededRandom(SEED)
    const clock = new SimulatedClock(START, random)
    const studio = openStudio({ clock: clock.read, random, latency: clock.pass })
    configure({ clock: clock.read })
    for (let count = 0; count < events; count += 1) {
      clock.jumpTo(START + count * PAUSE_MS)
      const user = random.pickWeighted(ROSTER, ({ activity }) => activity)
      const log = new WorkoutLogger(user)
      await generateWorkout(studio, inventRequest(user, random), log)
      await log.commit()
    }
  },
}
