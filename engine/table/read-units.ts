import { numberText } from '../item/number-text.ts'

/** What any request takes: half a unit for 4 KB begun. */
export const LEAST_READ_UNITS = 0.5

/** The read units that an answer says it took. */
export function unitsOf(consumed: { readonly CapacityUnits?: unknown } | undefined): number {
  return Number(numberText(consumed?.CapacityUnits) ?? 0)
}
