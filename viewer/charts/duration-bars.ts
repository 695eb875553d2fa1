import { scaleBand, scaleLog } from 'd3-scale'
import type { Column } from '../counts/columns.ts'
import { medianOf, p95Of } from '../counts/tally.ts'
import { aboutDuration } from '../display/about-duration.ts'
import type { Gridline } from './chart-frame.ts'
import { pixels, PLOT_HEIGHT } from './chart-frame.ts'
import { percent } from './percent.ts'

/** From the median up to p95; undefined where nothing is counted. */
export interface DurationBar {
  readonly x: string
  readonly width: string
  /** In pixels from the top. */
  readonly p95: number
  readonly median: number
}

export interface DurationBars {
  readonly bars: readonly (DurationBar | undefined)[]
  readonly gridlines: readonly Gridline[]
}

const LEAST_MS = 1

/** How long the events of each column took, on a logarithmic scale: what is known of it are powers of two. */
export function durationBars(columns: readonly Column[]): DurationBars {
  const longest = Math.max(10, ...columns.map((column) => p95Of(column) ?? 0))
  const shortest = Math.min(longest / 10, ...columns.map((column) => medianOf(column) ?? longest))
  const lowest = 10 ** Math.floor(Math.log10(Math.max(LEAST_MS, shortest)))
  const y = scaleLog([lowest, longest * 1.1], [PLOT_HEIGHT, 0]).clamp(true)
  const x = scaleBand<number>(columns.keys(), [0, 100]).paddingInner(0.4).paddingOuter(0.2)
  const width = percent(x.bandwidth())
  return {
    bars: columns.map((column, index) => {
      const [median, p95] = [medianOf(column), p95Of(column)]
      if (median === undefined || p95 === undefined) return undefined
      return {
        x: percent(x(index) ?? 0),
        width,
        p95: pixels(y(Math.max(p95, lowest))),
        median: pixels(y(Math.max(median, lowest))),
      }
    }),
    gridlines: powersOfTen(lowest, longest).map((ms) => ({
      y: pixels(y(ms)),
      label: aboutDuration(ms),
    })),
  }
}

function powersOfTen(lowest: number, highest: number): readonly number[] {
  const first = Math.log10(lowest)
  return Array.from(
    { length: Math.floor(Math.log10(highest)) - first + 1 },
    (_, index) => 10 ** (first + index),
  ).filter((ms) => ms > lowest || lowest === LEAST_MS)
}
