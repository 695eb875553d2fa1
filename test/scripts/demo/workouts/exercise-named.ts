import { CATALOGUE } from '../../../../scripts/demo/workouts/exercises/catalogue.ts'
import type { Exercise } from '../../../../scripts/demo/workouts/exercises/exercise.ts'

export function exerciseNamed(name: string): Exercise {
  const exercise = CATALOGUE.find((candidate) => candidate.name === name)
  if (exercise === undefined) throw new RangeError(`There is no exercise "${name}"`)
  return exercise
}
