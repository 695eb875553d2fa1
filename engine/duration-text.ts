const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** How a length of time is written. */
export interface DurationStyle {
  /** Below this many milliseconds they are told with a tenth. */
  readonly tenthsBelowMs: number
  /** Two units beside each other, such as 2 minutes and 5 seconds. */
  readonly beside: (big: number, bigUnit: string, small: number, smallUnit: string) => string
}

/** A length of time in the unit that suits it, and from a minute on in two. */
export function durationText(ms: number, { tenthsBelowMs, beside }: DurationStyle): string {
  if (ms < tenthsBelowMs - 0.05) return `${ms.toFixed(1)} ms`
  if (ms < 999.5) return `${ms.toFixed(0)} ms`
  if (ms < 9_995) return `${(ms / SECOND_MS).toFixed(2)} s`
  if (ms < 59_950) return `${(ms / SECOND_MS).toFixed(1)} s`
  const seconds = Math.round(ms / SECOND_MS)
  if (seconds < 3_600) return beside(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(ms / MINUTE_MS)
  return beside(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}
