import type { Level } from '../../../engine/level.ts'

/** One condition of a search; an event is wanted where all of them hold. */
export type Term = Condition & {
  /** Written with a `-` before it: wanted is what it does not hold for. */
  readonly isNegated: boolean
}

export type Condition =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'level'; readonly level: Level; readonly isExact: boolean }
  | { readonly kind: NameField; readonly name: string }
  | { readonly kind: AmountField; readonly comparison: Comparison; readonly amount: number }

export type NameField = 'prefix' | 'service' | 'object' | 'trace'

/** `duration` is in milliseconds. */
export type AmountField = 'duration' | 'lines'

export type Comparison = '>' | '>=' | '<' | '<='

export type Field = 'level' | NameField | AmountField
