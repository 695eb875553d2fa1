import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import { isAtLeast } from '../../engine/level.ts'
import type { Addresses } from '../addresses.ts'
import type { Brush } from '../charts/brush.ts'
import { brushOver } from '../charts/brush.ts'
import type { EventChart } from '../charts/event-chart.ts'
import { eventChart } from '../charts/event-chart.ts'
import { columnsOf, endOf, stepsOver } from '../counts/columns.ts'
import { DAY_MS } from '../counts/hours.ts'
import type { EventFilters, FilterName } from '../query/event-filters.ts'
import { startOf } from '../query/quick-range.ts'
import type { PagesContext } from '../viewer-context.ts'

/** The events of a list over time, from what was counted when they were stored. */
export interface Histogram {
  /** Undefined where there is nothing to draw. */
  readonly drawing: { readonly chart: EventChart; readonly brush: Brush } | undefined
  /** Why there is none, where that is not plain to see. */
  readonly notice: string
  readonly readUnits: number
}

interface Time {
  readonly from: number
  readonly to: number
}

const NONE: Histogram = { drawing: undefined, notice: '', readUnits: 0 }
/** Counts tell events apart by these. */
const COUNTED: readonly FilterName[] = ['prefix', 'level', 'range', 'from', 'to', 'limit', 'cursor']
/** Of the plot, in pixels: low, since the list is what the page is for. */
const HEIGHT = 72
/** Each day is a query more. */
const MOST_DAYS = 15

/**
 * Draws the time that a list is filtered by, or a day around it where it is shorter. The list does not
 * depend on it: counts that cannot be read leave it without a histogram.
 */
export async function histogramOf(
  { counts: recent, clock }: Pick<PagesContext, 'counts' | 'clock'>,
  filters: EventFilters,
  addresses: Addresses,
): Promise<Histogram> {
  const now = clock()
  const chosen = chosenTime(filters, now)
  if (!isCounted(filters) || chosen.from > chosen.to) return NONE
  const shown = withContext(chosen, now)
  if (shown.to - shown.from > MOST_DAYS * DAY_MS) {
    return { ...NONE, notice: `A chart covers ${MOST_DAYS} days at most.` }
  }
  const steps = stepsOver(shown.from, shown.to)
  try {
    const { counts, readUnits } = await recent.read({ from: steps.from, to: endOf(steps) })
    const { prefix, level = 'debug' } = filters
    const those = counts.filter(
      (count) => (prefix === undefined || count.prefix === prefix) && isAtLeast(count.level, level),
    )
    if (those.length === 0) return { ...NONE, readUnits }
    const kept = untimed(filters)
    return {
      drawing: {
        chart: eventChart(
          columnsOf(those, steps),
          steps,
          (time) => addresses.events({ ...kept, ...time }),
          HEIGHT,
        ),
        brush: brushOver(steps, { action: addresses.events(), kept, chosen }),
      },
      notice: '',
      readUnits,
    }
  } catch (error) {
    if (!(error instanceof StacktaleError)) throw error
    return { ...NONE, notice: `There is no chart: ${error.message}` }
  }
}

function isCounted(filters: EventFilters): boolean {
  return Object.entries(filters).every(
    ([name, value]) => value === undefined || COUNTED.some((counted) => counted === name),
  )
}

/** Without one of their own, the last day. */
function chosenTime({ range, from, to }: EventFilters, now: number): Time {
  const end = Math.min(to ?? now, now)
  const begin = range === undefined ? from : startOf(range, now)
  return { from: begin ?? Math.max(0, end - DAY_MS), to: end }
}

function withContext({ from, to }: Time, now: number): Time {
  const lacking = Math.max(0, DAY_MS - (to - from))
  const end = Math.min(now, to + lacking / 2)
  return { from: Math.max(0, Math.min(from, end - DAY_MS)), to: end }
}

function untimed({ prefix, level, limit }: EventFilters): EventFilters {
  return { prefix, level, limit }
}
