import type { Level } from '../exercises/exercise.ts'
import type { Phase } from '../training/phase.ts'
import type { Kit } from './kit.ts'
import type { Plan } from './plan.ts'
import type { Restriction } from './restriction.ts'

export interface User {
  readonly id: number
  readonly name: string
  readonly age: number
  readonly experience: Level
  /** The phase the user was in on joining; the training record knows the current one. */
  readonly startingPhase: Phase
  /** How long a workout usually is. */
  readonly minutes: number
  readonly kit: Kit
  readonly plan: Plan
  readonly restrictions: readonly Restriction[]
  /** How often the user comes, compared with others. */
  readonly activity: number
}

export function firstName(user: User): string {
  return user.name.split(' ')[0] ?? user.name
}
