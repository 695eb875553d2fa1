import { DAY_MS } from '../clock.ts'
import type { Exercise } from '../exercises/exercise.ts'
import type { Draft } from './draft.ts'

const NEVER_DONE_DAYS = 20

/** Picks one exercise of several; the longer ago it was done, the likelier. */
export function pickExercise(
  { circumstances, log, studio }: Draft,
  available: readonly Exercise[],
): Exercise {
  const now = studio.clock()
  const picked = studio.random.pickWeighted(available, (exercise) => {
    const since = circumstances.record.sinceExercise(exercise, now)
    return 1 + (since === undefined ? NEVER_DONE_DAYS : since / DAY_MS)
  })
  const passedOver = available.filter((exercise) => exercise.id !== picked.id)
  log.picked(picked, circumstances.record.sinceExercise(picked, now), passedOver)
  return picked
}
