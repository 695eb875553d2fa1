import { FREE_STORAGE_BYTES } from '../free-tier.ts'
import type { Retention } from './standing.ts'

/** How storage goes on at a steady rate. */
export interface Growth {
  /** Days until what is free is full, if nothing expired; null for never. */
  readonly daysUntilFull: number | null
  /** The same with what expires; null for never. */
  readonly daysUntilFullWithRetention: number | null
  /** Where what expires balances what is added; null where nothing expires. */
  readonly levelsOffAtBytes: number | null
}

/**
 * How storage goes on: it grows by as much a day until the first events expire, and from then on holds
 * as many days' worth as they are kept. Where that is less than what is there by now, it shrinks to it.
 */
export function growthOf(
  bytes: number,
  bytesADay: number,
  { days, isOn = true }: Retention,
): Growth {
  const room = FREE_STORAGE_BYTES - bytes
  const daysUntilFull = room <= 0 ? 0 : bytesADay > 0 ? room / bytesADay : null
  if (typeof days !== 'number' || !isOn) {
    return { daysUntilFull, daysUntilFullWithRetention: daysUntilFull, levelsOffAtBytes: null }
  }
  const levelsOffAtBytes = bytesADay * days
  const isEverFull = room <= 0 || levelsOffAtBytes > FREE_STORAGE_BYTES
  return {
    daysUntilFull,
    daysUntilFullWithRetention: isEverFull ? daysUntilFull : null,
    levelsOffAtBytes,
  }
}
