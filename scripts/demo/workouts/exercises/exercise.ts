import type { Component } from '../training/component.ts'
import type { JointLoad } from '../training/joint.ts'
import type { Muscle } from '../training/muscle.ts'
import type { Style } from '../training/style.ts'
import type { Equipment } from './equipment.ts'

/** 1 for new, 2 for experienced, 3 for advanced users. */
export type Level = 1 | 2 | 3

export function levelNumbered(number: number): Level {
  if (number <= 1) return 1
  return number === 2 ? 2 : 3
}

export interface Exercise {
  readonly id: number
  readonly name: string
  readonly component: Component
  readonly muscle: Muscle
  readonly style: Style
  readonly level: Level
  readonly equipment: readonly Equipment[]
  readonly loads: readonly JointLoad[]
}

const WEIGHTS: ReadonlySet<Equipment> = new Set<Equipment>([
  'barbell',
  'dumbbells',
  'kettlebell',
  'cable machine',
  'machines',
])

/** Whether a weight has to be chosen for it. */
export function isWeighted(exercise: Exercise): boolean {
  return exercise.equipment.some((item) => WEIGHTS.has(item))
}

/** Whether it is a position to hold, measured in seconds, not a movement to repeat. */
export function isHeld({ name }: Exercise): boolean {
  return /(?<!with |to )(?:Hold|Plank|Sit|Carry|Stand|Balance)$/.test(name)
}
