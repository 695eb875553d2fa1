import { isWeighted } from '../exercises/exercise.ts'
import type { Exercise } from '../exercises/exercise.ts'
import { plausibleMaximum } from '../records/one-rep-maximum.ts'
import type { PerformedExercise } from '../records/past-workout.ts'
import type { TrainingRecord } from '../records/training-record.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { User } from '../users/user.ts'

/** A weight as the user reports having lifted it. */
export interface Lift {
  readonly exercise: Exercise
  readonly kg: number
  readonly reps: number
}

const MOST_LIFTS = 12
const SLIP_RATE = 0.03

/** The latest lift of each exercise since a time. */
export function reportedLifts(
  user: User,
  record: TrainingRecord,
  since: number,
  random: SeededRandom,
): readonly Lift[] {
  const latest = new Map<number, PerformedExercise>()
  for (const workout of record.doneSince(since)) {
    for (const performed of workout.exercises) {
      const { exercise } = performed
      const isLift = exercise.component === 'resistance' && isWeighted(exercise)
      if (isLift && !latest.has(exercise.id)) latest.set(exercise.id, performed)
    }
  }
  return [...latest.values()]
    .slice(0, MOST_LIFTS)
    .map((performed) => reportLift(performed, user, random))
}

function reportLift(
  { exercise, reps: planned, kg: suggested }: PerformedExercise,
  user: User,
  random: SeededRandom,
): Lift {
  const reps = Math.max(1, planned + random.wholeBetween(-1, 2))
  const kg = suggested ?? Math.round(plausibleMaximum(exercise, user, random) * (1 - reps / 40))
  return { exercise, reps, kg: random.chance(SLIP_RATE) ? kg * 10 : kg }
}
