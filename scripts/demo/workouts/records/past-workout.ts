import type { Exercise } from '../exercises/exercise.ts'

export interface PerformedExercise {
  readonly exercise: Exercise
  readonly sets: number
  readonly reps: number
  /** The weight, where there is one. */
  readonly kg?: number
}

export interface PastWorkout {
  /** When it was generated: milliseconds since the epoch. */
  readonly time: number
  readonly minutes: number
  readonly exercises: readonly PerformedExercise[]
}
