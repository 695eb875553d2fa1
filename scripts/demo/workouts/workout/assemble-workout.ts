import type { Draft } from './draft.ts'
import { fillComponent } from './fill-component.ts'
import { fillResistance } from './fill-resistance.ts'
import { NoExercisesError } from './no-exercises-error.ts'
import type { SessionPart } from './plan-session.ts'
import { TimeBudget } from './time-budget.ts'
import type { Workout } from './workout.ts'
import { LookupFailedError } from '../lookups/lookup-failed-error.ts'
import { WorkoutImpossibleError } from './workout-impossible-error.ts'

/** Fills one component after the other; what one leaves of its time is the next one's. */
export async function assembleWorkout(
  draft: Draft,
  parts: readonly SessionPart[],
): Promise<Workout> {
  let carriedMinutes = 0
  for (const { component, minutes } of parts) {
    const budget = new TimeBudget(minutes + carriedMinutes)
    draft.log.startComponent(component, budget, carriedMinutes)
    try {
      if (component === 'resistance') await fillResistance(draft, budget)
      else await fillComponent(draft, component, budget)
    } catch (error) {
      if (!(error instanceof NoExercisesError || error instanceof LookupFailedError)) throw error
      if (component === 'resistance') throw new WorkoutImpossibleError(component, { cause: error })
      draft.log.noMoreForComponent(component, error)
    }
    carriedMinutes = budget.left
  }
  const { exercises } = draft
  return { exercises, minutes: exercises.reduce((sum, { minutes }) => sum + minutes, 0) }
}
