import { HOUR_MS } from '../../engine/hours.ts'
import type { Steps } from '../counts/columns.ts'
import { startOfStep } from '../counts/columns.ts'
import type { QuickRange } from '../query/quick-range.ts'

/** What there is an overview of. */
export type OverviewRange = Extract<QuickRange, '24h' | '7d'>

export const OVERVIEW_RANGES: readonly OverviewRange[] = ['24h', '7d']

export const DEFAULT_RANGE: OverviewRange = '24h'

interface Kind {
  readonly stepHours: number
  readonly length: number
  /** The time before it, as in `12 more than …`. */
  readonly before: string
  /** As in `New since …`. */
  readonly since: string
  /** What its page takes at most, in read units, where a day takes what it may. */
  readonly budget: number
}

const KINDS: Readonly<Record<OverviewRange, Kind>> = {
  '24h': { stepHours: 1, length: 24, before: 'the 24 hours before', since: 'yesterday', budget: 5 },
  '7d': { stepHours: 6, length: 28, before: 'the 7 days before', since: 'last week', budget: 35 },
}

export function isOverviewRange(text: string): text is OverviewRange {
  return OVERVIEW_RANGES.some((range) => range === text)
}

export function rangeKind(range: OverviewRange): Kind {
  return KINDS[range]
}

/** Its steps, the last of them the one that goes on now. */
export function stepsOf(range: OverviewRange, now: number): Steps {
  const { stepHours, length } = KINDS[range]
  const stepMs = stepHours * HOUR_MS
  return { from: startOfStep(now, stepMs) - (length - 1) * stepMs, stepMs, length }
}
