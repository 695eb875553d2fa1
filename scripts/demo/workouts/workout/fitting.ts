import type { Exercise } from '../exercises/exercise.ts'
import type { Draft } from './draft.ts'
import { fitIntoBudget } from './fit-into-budget.ts'
import { prescribe } from './prescribe.ts'
import type { TimeBudget } from './time-budget.ts'

/** The exercises of which at least one set fits into the time that is left. */
export function fitting(
  draft: Draft,
  exercises: readonly Exercise[],
  budget: TimeBudget,
): readonly Exercise[] {
  return exercises.filter(
    (exercise) => fitIntoBudget(prescribe(draft, exercise, undefined), budget.left) !== undefined,
  )
}
