import type { Component } from '../training/component.ts'
import type { Muscle } from '../training/muscle.ts'
import type { Style } from '../training/style.ts'

/** What kind of exercise is looked for. */
export interface Target {
  readonly component: Component
  readonly muscle?: Muscle
  readonly styles: readonly Style[]
  /** How many there should be to choose from. */
  readonly wanted: number
  /** What it is called in a sentence: `core`, `stabilization chest`. */
  readonly title: string
  /** Whether the filter may be relaxed when too few pass. Where it may not, one is enough. */
  readonly relaxable: boolean
}
