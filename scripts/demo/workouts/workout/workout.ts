import type { Exercise } from '../exercises/exercise.ts'
import type { Component } from '../training/component.ts'
import type { Prescription } from '../training/prescription.ts'

export interface PlannedExercise {
  readonly component: Component
  readonly exercise: Exercise
  readonly prescription: Prescription
  readonly minutes: number
  /** The weight, where one is known. */
  readonly kg?: number
}

/** What a user gets to train. */
export interface Workout {
  readonly exercises: readonly PlannedExercise[]
  readonly minutes: number
}
