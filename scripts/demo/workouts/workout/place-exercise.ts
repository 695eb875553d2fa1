import { IMPROVISED } from '../exercises/equipment.ts'
import type { Exercise } from '../exercises/exercise.ts'
import { isWeighted } from '../exercises/exercise.ts'
import { minutesOf } from '../training/prescription.ts'
import type { Style } from '../training/style.ts'
import type { Draft } from './draft.ts'
import { fitIntoBudget } from './fit-into-budget.ts'
import { prescribe } from './prescribe.ts'
import { suggestPulse } from './suggest-pulse.ts'
import { suggestWeight } from './suggest-weight.ts'
import type { TimeBudget } from './time-budget.ts'
import type { PlannedExercise } from './workout.ts'

/**
 * Prescribes an exercise and puts it into the workout, with fewer sets if time is short.
 *
 * @returns undefined if there is no room even for one set
 */
export function placeExercise(
  draft: Draft,
  exercise: Exercise,
  supersetStyle: Style | undefined,
  budget: TimeBudget,
): PlannedExercise | undefined {
  const usual = prescribe(draft, exercise, supersetStyle)
  const prescription = fitIntoBudget(usual, budget.left)
  if (prescription === undefined) {
    draft.log.noRoomLeft(budget)
    return undefined
  }
  if (prescription !== usual) draft.log.cutShort(usual, prescription, budget)
  sayWhatIsImprovised(draft, exercise)
  if (exercise.component === 'cardio') suggestPulse(draft, prescription)
  const minutes = minutesOf(prescription)
  const kg =
    prescription.intensity > 0 && isWeighted(exercise)
      ? suggestWeight(draft, exercise, prescription)
      : undefined
  const { component } = exercise
  const planned = { component, exercise, prescription, minutes, ...(kg !== undefined && { kg }) }
  budget.spend(minutes)
  draft.add(planned)
  draft.log.placed(planned, budget)
  return planned
}

function sayWhatIsImprovised({ circumstances, log }: Draft, { equipment }: Exercise): void {
  for (const item of equipment) {
    const standIn = IMPROVISED[item]
    const isAtHand = circumstances.inventory.available.includes(item)
    if (!isAtHand && standIn !== undefined) log.improvised(item, standIn)
  }
}
