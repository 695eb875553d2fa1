// Generates workouts when asked to, and tells how long it took. Each side of the comparison has a
// process of its own: AsyncLocalStorage, once used, slows every promise of a process on Node 20.
import { configure, flush } from 'stacktale'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'
import { SimulatedClock } from '../../demo/workouts/simulated-clock.ts'
import type { Studio } from '../../demo/workouts/studio.ts'
import { openStudio } from '../../demo/workouts/studio.ts'
import { ROSTER } from '../../demo/workouts/users/roster.ts'
import type { User } from '../../demo/workouts/users/user.ts'
import { generateWorkout } from '../../demo/workouts/workout/generate-workout.ts'
import { WorkoutLogger } from '../../demo/workouts/workout/workout-logger.ts'
import { inventRequest } from '../../demo/workouts/workout/workout-request.ts'
import { cpuTimeNs } from '../cpu-stopwatch.ts'
import { useSettings } from '../engine-settings.ts'
import { ExerciseTable } from './exercise-table.ts'
import type { Answer, Job, WorkoutOptions } from './job.ts'
import { isJob } from './job.ts'
import { SilentWorkoutLogger } from './silent-workout-logger.ts'
import { StoredExercises } from './stored-exercises.ts'
import { WordingWorkoutLogger } from './wording-workout-logger.ts'

const NS_PER_MS = 1e6
const START = Date.UTC(2026, 2, 9, 17, 30)

const options: WorkoutOptions = JSON.parse(process.argv[2] ?? '{"logging":"full"}')
const table = options.endpoint === undefined ? undefined : new ExerciseTable(options.endpoint)

useSettings(options.logging === 'plain' ? { depth: false } : {})
if (options.stores === true) configure({ sink: undefined })
process.on('message', (message) => {
  if (isJob(message)) void work(message).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))

async function work({ seed, workouts }: Job): Promise<Answer> {
  const studio = studioOf(seed)
  const commits: ReturnType<WorkoutLogger['commit']>[] = []
  let exercises = 0
  const startedAt = elapsedMs()
  for (let count = 0; count < workouts; count += 1) {
    const user = studio.random.pick(ROSTER)
    const log = loggerOf(user)
    const workout = await generateWorkout(studio, inventRequest(user, studio.random), log)
    commits.push(log.commit())
    exercises += workout?.exercises.length ?? 0
  }
  await flush()
  const ms = elapsedMs() - startedAt
  const receipts = await Promise.all(commits)
  return { ms, exercises, lines: receipts.reduce((sum, receipt) => sum + (receipt?.lines ?? 0), 0) }
}

/** In memory, the processor's time; with reads, the time that a user waits. */
function elapsedMs(): number {
  return table === undefined ? cpuTimeNs() / NS_PER_MS : performance.now()
}

/** A studio in which nothing fails, and nothing takes time but the lookups of exercises in the table. */
function studioOf(seed: number): Studio {
  const random = new SeededRandom(seed)
  const clock = new SimulatedClock(START, random)
  const surroundings = { clock: clock.read, random, latency: clock.pass, failureRate: () => 0 }
  const studio = openStudio(surroundings)
  return table === undefined
    ? studio
    : { ...studio, exercises: new StoredExercises(surroundings, table) }
}

function loggerOf(user: User): WorkoutLogger {
  switch (options.logging) {
    case 'silent':
      return new SilentWorkoutLogger(user)
    case 'wording':
      return new WordingWorkoutLogger(user)
    default:
      return new WorkoutLogger(user)
  }
}
