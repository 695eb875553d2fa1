import { CATALOGUE } from '../../demo/workouts/exercises/catalogue.ts'
import type { Exercise } from '../../demo/workouts/exercises/exercise.ts'
import { ExerciseRepository } from '../../demo/workouts/lookups/exercise-repository.ts'
import type { Surroundings } from '../../demo/workouts/lookups/surroundings.ts'
import type { Component } from '../../demo/workouts/training/component.ts'
import type { Muscle } from '../../demo/workouts/training/muscle.ts'
import type { ExerciseTable } from './exercise-table.ts'

/** Exercises that are read from the table at every lookup. */
export class StoredExercises extends ExerciseRepository {
  readonly #table: ExerciseTable

  constructor(surroundings: Surroundings, table: ExerciseTable) {
    super(surroundings)
    this.#table = table
  }

  override async find(
    component: Component,
    muscle: Muscle | undefined,
  ): Promise<readonly Exercise[]> {
    const ids = await this.#table.idsOf(component)
    return CATALOGUE.filter(
      (exercise) => ids.has(exercise.id) && (muscle === undefined || exercise.muscle === muscle),
    )
  }
}
