import { createTable } from 'stacktale/table'
import { startEmbeddedDynamo } from '../../embedded/embedded-dynamo.ts'
import { useLocalAws } from '../../start/local-aws.ts'
import type { Effort } from '../effort.ts'
import type { Row, RowGroup } from '../result.ts'
import { rowOf, takeTurns } from '../turns.ts'
import { ExerciseTable } from './exercise-table.ts'
import type { WorkoutOptions } from './job.ts'
import { startWorkoutMaker } from './workout-maker.ts'
import type { WorkoutMaker } from './workout-maker.ts'

const NS_PER_MS = 1e6
/** In memory, a workout takes so much less time that more of them make a turn. */
const MORE_IN_MEMORY = 10
const WORK = `The demo's generator of workouts, with the same seeds on both sides, hence the same workouts.
Without logging, every message of the domain is an empty method, so that nothing is even worded. With it, each
workout is told in about a hundred lines and committed, without waiting for the commit. "Worded" composes the
messages and throws them away: what the wording alone takes. With reads, each lookup of exercises is a query to
the embedded table over HTTP; nothing else takes time. Times with reads are what a user waits; in memory, what
the processor takes. "Stored" puts the events into the embedded table, and
counts until all are there; otherwise they are told to a null sink. Each side has a process of its own.`

interface Experiment {
  readonly what: string
  readonly ours: WorkoutOptions
  readonly bar?: number
}

/** The essay's experiment: what logging adds to the time that generating workouts takes. */
export async function measureWorkouts(effort: Effort): Promise<RowGroup> {
  const database = await startEmbeddedDynamo()
  try {
    const { endpoint } = database
    useLocalAws(process.env, endpoint, 'nowhere')
    await createTable()
    const exercises = new ExerciseTable(endpoint)
    await exercises.create()
    exercises.close()
    const rows: Row[] = []
    for (const experiment of experimentsAt(endpoint))
      rows.push(await measureOne(experiment, effort))
    return { title: 'Generating workouts, with and without logging', work: WORK, rows }
  } finally {
    await database.stop()
  }
}

function experimentsAt(endpoint: string): readonly Experiment[] {
  return [
    { what: 'with reads from the table', ours: { logging: 'full', endpoint }, bar: 1.05 },
    { what: 'with reads, and stored', ours: { logging: 'full', endpoint, stores: true } },
    { what: 'in memory', ours: { logging: 'full' } },
    { what: 'in memory, without depth', ours: { logging: 'plain' } },
    { what: 'in memory, worded only', ours: { logging: 'wording' } },
  ]
}

async function measureOne({ what, ours, bar }: Experiment, effort: Effort): Promise<Row> {
  const { endpoint } = ours
  const workouts = effort.workoutsPerTurn * (endpoint === undefined ? MORE_IN_MEMORY : 1)
  const silent: WorkoutOptions = { logging: 'silent', ...(endpoint !== undefined && { endpoint }) }
  const [logging, without] = [startWorkoutMaker(ours), startWorkoutMaker(silent)]
  const nsPerWorkout = async (maker: WorkoutMaker, turn: number): Promise<number> => {
    const count = turn === 0 ? workouts * effort.warmUpTurns : workouts
    const { ms } = await maker.make({ seed: turn, workouts: count })
    return (ms * NS_PER_MS) / count
  }
  try {
    const turns = await takeTurns(
      effort.workoutTurns,
      (turn) => nsPerWorkout(logging, turn),
      (turn) => nsPerWorkout(without, turn),
    )
    return rowOf({ what, against: 'without logging', bar }, turns)
  } finally {
    await Promise.all([logging.stop(), without.stop()])
  }
}
