import type { Style } from '../training/style.ts'
import type { Draft } from './draft.ts'
import { NoExercisesError } from './no-exercises-error.ts'
import { pickExercise } from './pick-exercise.ts'
import { placeExercise } from './place-exercise.ts'
import { recreateFilter } from './recreate-filter.ts'
import type { TimeBudget } from './time-budget.ts'
import type { PlannedExercise } from './workout.ts'

/** Adds an exercise of another style for the same muscle, to be done straight after; without one, straight sets stay. */
export async function addSupersetPartner(
  draft: Draft,
  { exercise }: PlannedExercise,
  style: Style,
  budget: TimeBudget,
): Promise<PlannedExercise | undefined> {
  const { log } = draft
  log.seekingPartner(exercise, style)
  try {
    const available = await recreateFilter(draft, {
      component: 'resistance',
      muscle: exercise.muscle,
      styles: [style],
      wanted: 1,
      title: `${style} ${exercise.muscle}`,
      relaxable: false,
    })
    const partner = placeExercise(draft, pickExercise(draft, available), style, budget)
    if (partner !== undefined) log.superset(exercise, partner.exercise)
    return partner
  } catch (error) {
    if (!(error instanceof NoExercisesError)) throw error
    log.noPartner(exercise, error)
    return undefined
  }
}
