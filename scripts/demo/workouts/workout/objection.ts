import type { Equipment } from '../exercises/equipment.ts'
import type { Exercise, Level } from '../exercises/exercise.ts'
import type { Restriction } from '../users/restriction.ts'

/** Why an exercise does not pass a filter. */
export type Objection =
  | { readonly criterion: 'style' }
  | { readonly criterion: 'equipment'; readonly lacking: Equipment }
  | { readonly criterion: 'safety'; readonly restriction: Restriction }
  | { readonly criterion: 'experience'; readonly level: Level }
  | { readonly criterion: 'variety'; readonly sinceMs: number }
  | { readonly criterion: 'variety'; readonly sinceMs?: never; readonly turnedDown: boolean }

export type CriterionName = Objection['criterion']

/** An exercise and why it is left out. */
export interface Rejection {
  readonly exercise: Exercise
  readonly objection: Objection
}
