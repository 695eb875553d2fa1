import type { Exercise } from '../exercises/exercise.ts'
import type { Inventory } from '../lookups/equipment-inventory.ts'
import type { TrainingRecord } from '../records/training-record.ts'
import type { Studio } from '../studio.ts'
import type { Phase } from '../training/phase.ts'
import type { Restriction } from '../users/restriction.ts'
import type { PlannedExercise } from './workout.ts'
import type { WorkoutLogger } from './workout-logger.ts'
import type { WorkoutRequest } from './workout-request.ts'

/** What is known about the user today. */
export interface Circumstances {
  readonly inventory: Inventory
  readonly record: TrainingRecord
  /** The ids of the exercises of a workout that the user has just turned down. */
  readonly turnedDown: readonly number[]
  readonly restrictions: readonly Restriction[]
  /** How far the user is through the phase: 0 in its first week, 1 in its last. */
  readonly progress: number
  readonly week: number
}

/** A workout in the making. */
export class Draft {
  readonly studio: Studio
  readonly request: WorkoutRequest
  readonly circumstances: Circumstances
  readonly log: WorkoutLogger
  #exercises: readonly PlannedExercise[] = []

  constructor(
    studio: Studio,
    request: WorkoutRequest,
    circumstances: Circumstances,
    log: WorkoutLogger,
  ) {
    this.studio = studio
    this.request = request
    this.circumstances = circumstances
    this.log = log
  }

  get phase(): Phase {
    return this.circumstances.record.phase
  }

  get exercises(): readonly PlannedExercise[] {
    return this.#exercises
  }

  add(planned: PlannedExercise): void {
    this.#exercises = [...this.#exercises, planned]
  }

  includes(exercise: Exercise): boolean {
    return this.#exercises.some((planned) => planned.exercise.id === exercise.id)
  }
}
