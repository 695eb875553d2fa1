import type { Exercise } from '../exercises/exercise.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { User } from '../users/user.ts'

/** Epley's formula: the weight that can be lifted once, of one that was lifted several times. */
export function estimateMaximum(kg: number, reps: number): number {
  return reps === 1 ? kg : kg * (1 + reps / 30)
}

/** What someone of the user's experience may lift once in an exercise never tried before. */
export function plausibleMaximum(exercise: Exercise, user: User, random: SeededRandom): number {
  const base = exercise.equipment.includes('barbell') ? 50 : 16
  return Math.round(base * (0.7 + 0.4 * user.experience) * random.between(0.8, 1.3))
}
