import { FREE_STORAGE_BYTES } from '../free-tier.ts'

/** From this share on, a limit is near. */
export const NEAR_SHARE = 0.8
/** Storage that is full in less than so many days is near its limit too. */
export const NEAR_DAYS = 30

/** A limit that is near, or passed. */
export type NearLimit =
  | {
      readonly limit: 'storage'
      /** What is stored, of what is free; above 1 where it is passed. */
      readonly share: number
    }
  | {
      readonly limit: 'writes'
      /** What the busiest hour took, of what the table has. */
      readonly share: number
    }
  | {
      readonly limit: 'growth'
      readonly daysUntilFull: number
    }

/** What limits are compared with. */
export interface Measured {
  readonly storedBytes: number
  /** With what expires; null for never. */
  readonly daysUntilFull: number | null
  /** Write units a second, on average over the busiest hour. */
  readonly peakUnits: number
  /** Write units a second that the table and its index have; undefined on demand, which has no such limit. */
  readonly provisionedUnits: number | undefined
}

/** The limits that are near, the nearest to the reader's purse first. */
export function nearLimits(measured: Measured): readonly NearLimit[] {
  const { storedBytes, daysUntilFull, peakUnits, provisionedUnits = 0 } = measured
  const stored = storedBytes / FREE_STORAGE_BYTES
  const written = provisionedUnits > 0 ? peakUnits / provisionedUnits : 0
  return [
    ...(stored >= NEAR_SHARE ? [{ limit: 'storage', share: stored } as const] : []),
    ...(stored < 1 && daysUntilFull !== null && daysUntilFull < NEAR_DAYS
      ? [{ limit: 'growth', daysUntilFull } as const]
      : []),
    ...(written >= NEAR_SHARE ? [{ limit: 'writes', share: written } as const] : []),
  ]
}
