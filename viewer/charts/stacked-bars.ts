import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { Level } from '../../engine/level.ts'
import type { Column } from '../counts/columns.ts'
import type { Gridline } from './chart-frame.ts'
import { pixels, PLOT_HEIGHT } from './chart-frame.ts'

/** One level's part of a bar, in pixels from the top. */
export interface BarPart {
  readonly level: Level
  readonly y: number
  readonly height: number
}

export interface StackedBars {
  /** The parts of each bar. */
  readonly bars: readonly (readonly BarPart[])[]
  readonly gridlines: readonly Gridline[]
}

/** What matters most stands on the ground, where heights are compared best. */
const FROM_THE_GROUND: readonly Level[] = ['error', 'warn', 'info', 'debug']
/** A single error among thousands of events is to be seen. */
const LEAST_HEIGHT = 3
/** Room for what the other parts of the tallest bar take more than is theirs. */
const HEADROOM = (FROM_THE_GROUND.length - 1) * LEAST_HEIGHT
/** One in about so many pixels. */
const GRIDLINE_EVERY = 46
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact' })

/**
 * Each column as a bar, its events by level one on the other.
 *
 * @param plotHeight in pixels
 */
export function stackedBars(
  columns: readonly Column[],
  plotHeight: number = PLOT_HEIGHT,
): StackedBars {
  const most = columns.reduce((highest, { events }) => Math.max(highest, events), 1)
  const y = scaleLinear([0, most], [plotHeight, HEADROOM])
  const layers = stack<unknown, Column, Level>()
    .keys(FROM_THE_GROUND)
    .value(({ levels }, level) => levels[level])([...columns])
  return {
    bars: columns.map((_, index) =>
      partsOf(
        layers.map((layer) => {
          const [from = 0, to = 0] = layer[index] ?? []
          return { level: layer.key, height: y(from) - y(to) }
        }),
        plotHeight,
      ),
    ),
    gridlines: y
      .ticks(Math.round(plotHeight / GRIDLINE_EVERY))
      .filter((value) => value > 0 && Number.isInteger(value))
      .map((value) => ({ y: pixels(y(value)), label: COMPACT.format(value) })),
  }
}

function partsOf(
  heights: readonly { level: Level; height: number }[],
  plotHeight: number,
): readonly BarPart[] {
  let top = plotHeight
  const parts: BarPart[] = []
  for (const { level, height } of heights) {
    if (height === 0) continue
    const drawn = pixels(Math.max(height, LEAST_HEIGHT))
    top -= drawn
    parts.push({ level, y: top, height: drawn })
  }
  return parts
}
