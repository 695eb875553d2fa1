import { DAY_MS } from '../hours.ts'
import type { CostAhead } from './event-page.ts'

/** Less time than this tells nothing about a day. */
const LEAST_MS = 1_000

export interface Covered {
  /** The time that was read, in milliseconds since the epoch: from the later to the earlier. */
  readonly later: number
  readonly earlier: number
  readonly readUnits: number
  /** The earliest time that was asked for; undefined for all there is. */
  readonly from: number | undefined
}

/** What going on would cost. @returns undefined where too little time was covered to tell */
export function costAhead({ later, earlier, readUnits, from }: Covered): CostAhead | undefined {
  const coveredMs = later - earlier
  if (coveredMs < LEAST_MS) return undefined
  const unitsOver = (ms: number): number => Math.ceil((readUnits / coveredMs) * ms * 2) / 2
  return {
    readUnitsADay: unitsOver(DAY_MS),
    ...(from !== undefined && { readUnits: unitsOver(Math.max(0, earlier - from)) }),
  }
}
