import { CATALOGUE } from '../exercises/catalogue.ts'
import type { Exercise } from '../exercises/exercise.ts'
import type { Component } from '../training/component.ts'
import type { Muscle } from '../training/muscle.ts'
import { ask } from './ask.ts'
import type { LookupLog } from './ask.ts'
import { exerciseDatabase } from './service.ts'
import type { Surroundings } from './surroundings.ts'

export class ExerciseRepository {
  readonly #surroundings: Surroundings

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  /** The exercises of a component; with a muscle, only those that train it. */
  async find(
    component: Component,
    muscle: Muscle | undefined,
    log: LookupLog,
  ): Promise<readonly Exercise[]> {
    return await ask(
      exerciseDatabase,
      () =>
        CATALOGUE.filter(
          (exercise) =>
            exercise.component === component &&
            (muscle === undefined || exercise.muscle === muscle),
        ),
      this.#surroundings,
      log,
    )
  }
}
