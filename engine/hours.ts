export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** The beginning of the UTC hour of a time, both in milliseconds since the epoch. */
export function hourOf(milliseconds: number): number {
  return milliseconds - (milliseconds % HOUR_MS)
}

/** The beginning of the UTC day of a time, both in milliseconds since the epoch. */
export function dayOf(milliseconds: number): number {
  return milliseconds - (milliseconds % DAY_MS)
}

/** A UTC day as `YYYY-MM-DD`. */
export function dayName(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
