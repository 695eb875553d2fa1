import { isHeld } from '../exercises/exercise.ts'
import type { Exercise } from '../exercises/exercise.ts'
import { acuteVariables } from '../training/acute-variables.ts'
import type { Range } from '../training/acute-variables.ts'
import { asHold, toFive } from '../training/prescription.ts'
import type { Prescription } from '../training/prescription.ts'
import type { Style } from '../training/style.ts'
import type { Draft } from './draft.ts'
import { isTired } from './workout-request.ts'

const TIRED_INTENSITY_CUT = 5

/**
 * Sets, repetitions, tempo, rest and intensity, as the phase, its week and the user's day ask for.
 *
 * @param supersetStyle set for the second exercise of a superset
 */
export function prescribe(
  draft: Draft,
  exercise: Exercise,
  supersetStyle: Style | undefined,
): Prescription {
  const { progress } = draft.circumstances
  const { sets, amount, unit, tempo, restSeconds, intensity } = acuteVariables(
    kindOf(draft, exercise, supersetStyle),
  )
  const prescription: Prescription = {
    sets: within(sets, progress),
    amount: within(amount, unit === 'reps' ? 1 - progress : progress),
    unit,
    tempo,
    restSeconds: toFive(within(restSeconds, 1 - progress)),
    intensity: within(intensity, progress),
  }
  const fitted = isHeld(exercise) && unit === 'reps' ? asHold(prescription) : prescription
  return isTired(draft.request) ? easeOff(fitted) : fitted
}

function easeOff(prescription: Prescription): Prescription {
  const { sets, intensity } = prescription
  return {
    ...prescription,
    sets: Math.max(1, sets - 1),
    intensity: Math.max(0, intensity - TIRED_INTENSITY_CUT),
  }
}

function kindOf(draft: Draft, exercise: Exercise, supersetStyle: Style | undefined): string {
  if (exercise.component === 'flexibility') return exercise.style
  if (supersetStyle !== undefined) return `superset ${supersetStyle}`
  return `${exercise.component} ${draft.phase.number}`
}

function within({ low, high }: Range, position: number): number {
  return Math.round(low + position * (high - low))
}
