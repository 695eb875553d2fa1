import type { Exercise } from '../exercises/exercise.ts'
import type { Prescription } from '../training/prescription.ts'
import type { Draft } from './draft.ts'

/** The weight to take, rounded to what the equipment allows; undefined while the user's maximum isn't known. */
export function suggestWeight(
  { circumstances, log }: Draft,
  exercise: Exercise,
  { intensity }: Prescription,
): number | undefined {
  const maximum = circumstances.record.oneRepMaximum(exercise)
  if (maximum === undefined) {
    log.maximumUnknown(exercise)
    return undefined
  }
  const step = smallestStep(exercise)
  const kg = Math.max(step, Math.round((maximum * intensity) / 100 / step) * step)
  log.weightSuggested(kg, intensity, maximum)
  return kg
}

function smallestStep({ equipment }: Exercise): number {
  if (equipment.includes('kettlebell')) return 4
  return equipment.includes('dumbbells') ? 2 : 2.5
}
