import { DAY_MS, HOUR_MS } from '../clock.ts'
import { CATALOGUE } from '../exercises/catalogue.ts'
import { isWeighted } from '../exercises/exercise.ts'
import type { Exercise } from '../exercises/exercise.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { KIT_EQUIPMENT } from '../users/kit.ts'
import { isForbidden } from '../users/restriction.ts'
import type { User } from '../users/user.ts'
import { plausibleMaximum } from './one-rep-maximum.ts'
import type { PerformedExercise } from './past-workout.ts'
import { TrainingRecord } from './training-record.ts'

const WORKOUTS = 7
const EXERCISES_A_WORKOUT = 8

/** The record of a user who has been training for a few weeks. */
export function inventRecord(user: User, now: number, random: SeededRandom): TrainingRecord {
  const phaseStart = now - random.between(1, 30) * DAY_MS
  const record = new TrainingRecord(user.startingPhase, phaseStart)
  const familiar = CATALOGUE.filter((exercise) => isWithinReach(exercise, user))
  let time = now - (WORKOUTS * 2 + 1) * DAY_MS
  for (let workout = 0; workout < WORKOUTS; workout += 1) {
    time += random.between(30, 62) * HOUR_MS
    const exercises = Array.from({ length: EXERCISES_A_WORKOUT }, () =>
      perform(random.pick(familiar), user, record, random),
    )
    if (time < now - 4 * HOUR_MS) record.addDone({ time, minutes: user.minutes, exercises })
  }
  return record
}

function isWithinReach(exercise: Exercise, user: User): boolean {
  return (
    exercise.level <= user.experience &&
    exercise.equipment.every((item) => KIT_EQUIPMENT[user.kit].includes(item)) &&
    !user.restrictions.some((restriction) => isForbidden(exercise, restriction))
  )
}

function perform(
  exercise: Exercise,
  user: User,
  record: TrainingRecord,
  random: SeededRandom,
): PerformedExercise {
  const reps = random.wholeBetween(5, 12)
  const sets = random.wholeBetween(2, 4)
  if (!isWeighted(exercise)) return { exercise, sets, reps }
  const maximum = record.oneRepMaximum(exercise) ?? plausibleMaximum(exercise, user, random)
  record.setOneRepMaximum(exercise, maximum)
  return { exercise, sets, reps, kg: Math.round(maximum * (1 - reps / 40)) }
}
