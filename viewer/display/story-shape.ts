import type { LogEvent } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { nestingOf } from './nesting.ts'
import type { TimeBar } from './time-bar.ts'
import { DRAWING_WIDTH, timeBar } from './time-bar.ts'

/** The story drawn: time runs to the right, depth goes down, a bar for each line. */
export interface StoryShape {
  readonly width: number
  readonly height: number
  readonly barHeight: number
  readonly bars: readonly ShapeBar[]
}

interface ShapeBar extends TimeBar {
  readonly level: Level
  readonly y: number
}

const ROW = 7
const BAR_HEIGHT = 5
const NARROWEST = 2.5
const DEEPEST = 11
const FEWEST_LINES = 3
const MOST_LINES = 600

/** @returns undefined for a story too short to have a shape, or too long to draw */
export function storyShape({
  lines,
  duration,
}: Pick<LogEvent, 'lines' | 'duration'>): StoryShape | undefined {
  const total = Math.max(duration, lines.at(-1)?.elapsed ?? 0)
  if (lines.length < FEWEST_LINES || lines.length > MOST_LINES || total <= 0) return undefined
  const nesting = nestingOf(lines.map(({ depth }) => depth))
  const bars = lines.map(({ level, depth, elapsed }, index) => {
    const end = lines[nesting[index]?.end ?? 0]?.elapsed ?? total
    return {
      level,
      y: Math.min(depth, DEEPEST) * ROW,
      ...timeBar(elapsed / total, end / total, { narrowest: NARROWEST, gap: 1 }),
    }
  })
  const height = Math.max(...bars.map(({ y }) => y)) + BAR_HEIGHT
  return { width: DRAWING_WIDTH, height, barHeight: BAR_HEIGHT, bars }
}
