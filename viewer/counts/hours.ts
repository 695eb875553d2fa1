export const HOUR_MS = 3_600_000
export const DAY_MS: number = 24 * HOUR_MS

/** The beginning of the UTC hour of a time, both in milliseconds since the epoch. */
export function hourOf(ms: number): number {
  return startOfStep(ms, HOUR_MS)
}

/** The beginning of the UTC day of a time, both in milliseconds since the epoch. */
export function dayOf(ms: number): number {
  return startOfStep(ms, DAY_MS)
}

/** The beginning of the step that a time lies in, where steps are counted from the epoch. */
export function startOfStep(ms: number, stepMs: number): number {
  return ms - (ms % stepMs)
}
