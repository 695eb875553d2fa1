import { COMPONENT_TITLES } from '../training/component.ts'
import type { Component } from '../training/component.ts'

/** A component without which there is no workout could not be filled. */
export class WorkoutImpossibleError extends Error {
  override readonly name = 'WorkoutImpossibleError'
  readonly component: Component

  constructor(component: Component, options: ErrorOptions) {
    super(`There is no workout without ${COMPONENT_TITLES[component].toLowerCase()}`, options)
    this.component = component
  }
}
