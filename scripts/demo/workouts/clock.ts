/** Tells the time in milliseconds since the epoch. */
export type Clock = () => number

export const MINUTE_MS = 60_000
export const HOUR_MS: number = 60 * MINUTE_MS
export const DAY_MS: number = 24 * HOUR_MS
