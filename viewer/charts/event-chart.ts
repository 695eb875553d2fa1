import type { Column, Steps } from '../counts/columns.ts'
import { stepLengthWords, stepWords } from '../counts/time-words.ts'
import { eventsFrom, medianOf, p95Of } from '../counts/tally.ts'
import { aboutDuration } from '../display/about-duration.ts'
import { count, digits } from '../display/count.ts'
import type { EventFilters } from '../query/event-filters.ts'
import type { Gridline } from './chart-frame.ts'
import { PLOT_HEIGHT } from './chart-frame.ts'
import { percent } from './percent.ts'
import type { BarPart } from './stacked-bars.ts'
import { stackedBars } from './stacked-bars.ts'
import type { TimeTick } from './time-axis.ts'
import { timeTicks } from './time-axis.ts'

/** A number of events, with the list of them. */
export interface LinkedNumber {
  readonly text: string
  readonly address: string
}

/** One step of time: a bar to look at, and a row of a table to read. */
export interface ChartColumn {
  /** `21 Nov, 09:00 to 10:00` */
  readonly when: string
  /** What the bar says when it is pointed at. */
  readonly title: string
  readonly address: string
  readonly x: string
  readonly parts: readonly BarPart[]
  readonly events: LinkedNumber
  readonly troubles: LinkedNumber
  readonly errors: LinkedNumber
  readonly median: string
  readonly p95: string
}

/** Events over time. */
export interface EventChart {
  /** `Events per hour` */
  readonly caption: string
  readonly columns: readonly ChartColumn[]
  /** Of each column. */
  readonly width: string
  /** Of the plot, in pixels. */
  readonly height: number
  readonly gridlines: readonly Gridline[]
  readonly ticks: readonly TimeTick[]
  /** Whether a part of a bar stands for events at debug. */
  readonly hasDebug: boolean
}

/**
 * @param address the list of events with these filters
 * @param height of the plot, in pixels
 */
export function eventChart(
  columns: readonly Column[],
  steps: Steps,
  address: (filters: EventFilters) => string,
  height: number = PLOT_HEIGHT,
): EventChart {
  const { bars, gridlines } = stackedBars(columns, height)
  return {
    caption: `Events ${stepLengthWords(steps.stepMs)}`,
    columns: columns.map((column, index) => ({
      ...described(column, address),
      x: percent((100 * index) / steps.length),
      parts: bars[index] ?? [],
    })),
    width: percent(100 / steps.length),
    height,
    gridlines,
    ticks: timeTicks(steps),
    hasDebug: columns.some(({ levels }) => levels.debug > 0),
  }
}

function described(
  column: Column,
  address: (filters: EventFilters) => string,
): Omit<ChartColumn, 'x' | 'parts'> {
  const { from, to, events, levels } = column
  const when = stepWords(column)
  const time = { from, to }
  return {
    when,
    title: `${when}: ${eventWords(column)}`,
    address: address(time),
    events: { text: digits(events), address: address(time) },
    troubles: {
      text: digits(eventsFrom(column, 'warn')),
      address: address({ level: 'warn', ...time }),
    },
    errors: { text: digits(levels.error), address: address({ level: 'error', ...time }) },
    median: aboutDuration(medianOf(column)),
    p95: aboutDuration(p95Of(column)),
  }
}

/** `12 events, 1 error, 2 warnings` */
export function eventWords({ events, levels }: Pick<Column, 'events' | 'levels'>): string {
  return [
    count(events, 'event'),
    ...(levels.error > 0 ? [count(levels.error, 'error')] : []),
    ...(levels.warn > 0 ? [count(levels.warn, 'warning')] : []),
  ].join(', ')
}
