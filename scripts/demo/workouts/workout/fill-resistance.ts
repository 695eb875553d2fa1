import type { Muscle } from '../training/muscle.ts'
import { exerciseCounts } from '../training/session-shape.ts'
import { suitableStyles } from '../training/style.ts'
import { addSupersetPartner } from './add-superset-partner.ts'
import { chooseMuscles } from './choose-muscles.ts'
import type { Draft } from './draft.ts'
import { NoExercisesError } from './no-exercises-error.ts'
import { pickExercise } from './pick-exercise.ts'
import { placeExercise } from './place-exercise.ts'
import { recreateFilter } from './recreate-filter.ts'
import type { TimeBudget } from './time-budget.ts'

/** What is left of the time is not worth another muscle. */
const SHORTEST_EXERCISE_MINUTES = 2

/**
 * Trains one muscle after the other, the longest rested first.
 *
 * @throws NoExercisesError if not one of them could be trained
 */
export async function fillResistance(draft: Draft, budget: TimeBudget): Promise<void> {
  draft.log.startResistance(draft.phase)
  const { most } = exerciseCounts('resistance')
  let placed = 0
  for (const muscle of chooseMuscles(draft)) {
    if (placed >= most || budget.left < SHORTEST_EXERCISE_MINUTES) break
    placed += await trainMuscle(draft, muscle, budget)
  }
  if (placed === 0) throw new NoExercisesError('resistance', 0)
}

/** @returns how many exercises it got: two in a superset, none at a dead end */
async function trainMuscle(draft: Draft, muscle: Muscle, budget: TimeBudget): Promise<number> {
  const { log, phase } = draft
  log.startMuscle(muscle, budget)
  try {
    const available = await recreateFilter(draft, {
      component: 'resistance',
      muscle,
      styles: suitableStyles('resistance', phase),
      wanted: 1,
      title: muscle,
      relaxable: true,
    })
    const planned = placeExercise(draft, pickExercise(draft, available), undefined, budget)
    if (planned === undefined) return 0
    if (phase.supersetStyle === undefined) return 1
    const partner = await addSupersetPartner(draft, planned, phase.supersetStyle, budget)
    return partner === undefined ? 1 : 2
  } catch (error) {
    if (!(error instanceof NoExercisesError)) throw error
    log.muscleLeftOut(muscle, error)
    return 0
  }
}
