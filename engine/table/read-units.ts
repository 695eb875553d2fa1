import { numberText } from '../item/number-text.ts'

/** The read units that an answer says it took. */
export function unitsOf(consumed: { readonly CapacityUnits?: unknown } | undefined): number {
  return Number(numberText(consumed?.CapacityUnits) ?? 0)
}
