import type { Exercise } from '../exercises/exercise.ts'
import type { Joint } from '../training/joint.ts'

export const SEVERITIES = ['mild', 'moderate', 'severe'] as const

export type Severity = (typeof SEVERITIES)[number]

/** A joint that has to be spared. */
export interface Restriction {
  readonly severity: Severity
  readonly side: string
  readonly joint: Joint
  readonly condition: string
}

/** A mild complaint forbids heavy loads on the joint, any other every load. */
export function isForbidden(exercise: Exercise, restriction: Restriction): boolean {
  return exercise.loads.some(
    (load) => load.joint === restriction.joint && (load.heavy || restriction.severity !== 'mild'),
  )
}
