import { DAY_MS, HOUR_MS } from '../../engine/hours.ts'

/** The time ranges that one click chooses, each up to now; widest last. */
export const QUICK_RANGES = ['15m', '1h', '24h', '7d'] as const

export type QuickRange = (typeof QUICK_RANGES)[number]

interface RangeWords {
  /** On the button. */
  readonly short: string
  /** In a sentence, after "the". */
  readonly long: string
}

const MINUTE_MS = 60_000

const LENGTHS_MS: Readonly<Record<QuickRange, number>> = {
  '15m': 15 * MINUTE_MS,
  '1h': HOUR_MS,
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
}

const WORDS: Readonly<Record<QuickRange, RangeWords>> = {
  '15m': { short: '15 min', long: 'last 15 minutes' },
  '1h': { short: '1 h', long: 'last hour' },
  '24h': { short: '24 h', long: 'last 24 hours' },
  '7d': { short: '7 d', long: 'last 7 days' },
}

export function isQuickRange(text: string): text is QuickRange {
  return QUICK_RANGES.some((range) => range === text)
}

export function rangeWords(range: QuickRange): RangeWords {
  return WORDS[range]
}

/** When a range begins, in milliseconds since the epoch: on a whole second, so that the same question is asked all through it. */
export function startOf(range: QuickRange, now: number): number {
  return Math.max(0, Math.floor((now - LENGTHS_MS[range]) / 1000) * 1000)
}

/** The next wider range; undefined after the widest. */
export function widerThan(range: QuickRange): QuickRange | undefined {
  return QUICK_RANGES[QUICK_RANGES.indexOf(range) + 1]
}
