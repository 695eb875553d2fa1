import type { Steps } from '../counts/columns.ts'
import { endOf } from '../counts/columns.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { filterEntries } from '../query/filter-query.ts'

/** Choosing a time by dragging over a chart, or by two sliders: what the page's script needs to know of it. */
export interface Brush {
  /** The page that shows the chosen time. */
  readonly action: string
  /** The filters to keep. */
  readonly kept: readonly { readonly name: string; readonly value: string }[]
  readonly from: number
  readonly stepMs: number
  readonly length: number
  /** The steps that are chosen now: from the beginning of one to the beginning of another. */
  readonly start: number
  readonly end: number
}

interface BrushContext {
  readonly action: string
  readonly kept: EventFilters
  /** What is chosen now, in milliseconds since the epoch. */
  readonly chosen: { readonly from: number; readonly to: number }
}

export function brushOver(steps: Steps, { action, kept, chosen }: BrushContext): Brush {
  const { from, stepMs, length } = steps
  const start = Math.min(Math.max(0, Math.floor((chosen.from - from) / stepMs)), length - 1)
  const last = Math.floor((Math.min(chosen.to, endOf(steps)) - from) / stepMs)
  return {
    action,
    kept: filterEntries(kept).map(([name, value]) => ({ name, value })),
    from,
    stepMs,
    length,
    start,
    end: Math.max(start, last) + 1,
  }
}
