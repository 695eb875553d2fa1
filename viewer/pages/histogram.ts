import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { EventSummary } from '../../engine/event.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import { isAtLeast } from '../../engine/level.ts'
import type { Addresses } from '../addresses.ts'
import type { Brush } from '../charts/brush.ts'
import { brushOver } from '../charts/brush.ts'
import type { EventChart } from '../charts/event-chart.ts'
import { eventChart } from '../charts/event-chart.ts'
import type { Column } from '../counts/columns.ts'
import { columnsOf, endOf, stepsOver } from '../counts/columns.ts'
import { DAY_MS } from '../../engine/hours.ts'
import { uncounted } from '../counts/uncounted.ts'
import { count } from '../display/count.ts'
import type { EventFilters, FilterName } from '../query/event-filters.ts'
import { startOf } from '../query/quick-range.ts'
import type { PagesContext } from '../viewer-context.ts'

/** The events of a list over time, from what was counted when they were stored. */
export interface Histogram {
  /** Undefined where there is nothing to draw. */
  readonly drawing: { readonly chart: EventChart; readonly brush: Brush } | undefined
  /** Why there is none, or what it lacks, where that is not plain to see. */
  readonly notice: string
  /** What was counted of each step of the time that is shown. */
  readonly columns: readonly Column[]
  readonly readUnits: number
}

interface Time {
  readonly from: number
  readonly to: number
}

const NONE: Histogram = { drawing: undefined, notice: '', columns: [], readUnits: 0 }
/** Counts tell events apart by these. */
const COUNTED: readonly FilterName[] = ['prefix', 'level', 'range', 'from', 'to', 'limit', 'cursor']
/** Of the plot, in pixels: low, since the list is what the page is for. */
const HEIGHT = 72
/** Each day is a query more. */
const MOST_DAYS = 15
/** Counts are put once a minute at most, and kept here for another: younger events are on their way. */
const ON_THEIR_WAY_MS = 3 * 60_000
const WORTH_SAYING = 0.1

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
      (each) => (prefix === undefined || each.prefix === prefix) && isAtLeast(each.level, level),
    )
    const columns = columnsOf(those, steps)
    if (those.length === 0) return { ...NONE, columns, readUnits }
    const kept = untimed(filters)
    return {
      drawing: {
        chart: eventChart(columns, steps, (time) => addresses.events({ ...kept, ...time }), HEIGHT),
        brush: brushOver(steps, { action: addresses.events(), kept, chosen }),
      },
      notice: '',
      columns,
      readUnits,
    }
  } catch (error) {
    if (!(error instanceof StacktaleError)) throw error
    return { ...NONE, notice: `There is no chart: ${error.message}` }
  }
}

/** The histogram above a list, which says so where more than a few events of the list are missing from it. */
export function histogramAbove(
  histogram: Histogram,
  events: readonly EventSummary[],
  now: number,
): Histogram {
  const settled = events.filter(
    ({ timestamp }) => millisecondsOf(timestamp) < now - ON_THEIR_WAY_MS,
  )
  const missing = uncounted(settled, histogram.columns)
  if (missing <= settled.length * WORTH_SAYING) return histogram
  const lack =
    histogram.drawing === undefined
      ? 'There is no chart yet'
      : `The chart lacks at least ${count(missing, 'event')} of those below`
  const notice = `${lack}: a process that stores little is counted late.`
  return { ...histogram, notice }
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
