import { scaleLog } from 'd3-scale'
import type { Column } from '../counts/columns.ts'
import { medianOf, p95Of } from '../counts/tally.ts'
import { aboutDuration } from '../display/about-duration.ts'
import type { Gridline } from './chart-frame.ts'
import { pixels, PLOT_HEIGHT } from './chart-frame.ts'

/** From the median up to p95; undefined where nothing is counted. */
export interface DurationBar {
  /** In pixels from the top. */
  readonly p95: number
  readonly median: number
}

export interface DurationBars {
  readonly bars: readonly (DurationBar | undefined)[]
  readonly gridlines: readonly Gridline[]
}

const LEAST_MS = 1
const ROUND = [1, 2, 5] as const
const MOST_POWERS = 12
/** So many lines tell a scale. */
const ENOUGH = 3

/** How long the events of each column took, on a logarithmic scale: what is known of it are powers of two. */
export function durationBars(columns: readonly Column[]): DurationBars {
  const longest = Math.max(10, ...columns.map((column) => p95Of(column) ?? 0))
  const shortest = Math.min(longest / 10, ...columns.map((column) => medianOf(column) ?? longest))
  const lowest = roundDown(Math.max(LEAST_MS, shortest))
  const y = scaleLog([lowest, longest * 1.1], [PLOT_HEIGHT, 0]).clamp(true)
  return {
    bars: columns.map((column) => {
      const [median, p95] = [medianOf(column), p95Of(column)]
      if (median === undefined || p95 === undefined) return undefined
      return {
        p95: pixels(y(Math.max(p95, lowest))),
        median: pixels(y(Math.max(median, lowest))),
      }
    }),
    gridlines: roundBetween(lowest, longest).map((ms) => ({
      y: pixels(y(ms)),
      label: aboutDuration(ms),
    })),
  }
}

/** The round number below: 1, 2 or 5 and noughts. */
function roundDown(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(ms))
  const digit = ROUND.findLast((each) => each * power <= ms) ?? 1
  return digit * power
}

/** The powers of ten above one number up to another; where they are few, the other round numbers too. */
function roundBetween(lowest: number, highest: number): readonly number[] {
  const powers = Array.from({ length: MOST_POWERS }, (_, power) => 10 ** power)
  const within = (ms: number): boolean => ms > lowest && ms <= highest
  const tens = powers.filter(within)
  if (tens.length >= ENOUGH) return tens
  return powers.flatMap((power) => ROUND.map((digit) => digit * power)).filter(within)
}
