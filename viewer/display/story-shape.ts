import type { LogEvent } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { nestingOf } from './nesting.ts'

/** The story drawn: time runs to the right, depth goes down, a bar for each line. */
export interface StoryShape {
  readonly width: number
  readonly height: number
  readonly bars: readonly ShapeBar[]
}

export interface ShapeBar {
  readonly level: Level
  readonly x: number
  readonly y: number
  readonly width: number
}

const WIDTH = 1000
const ROW = 7
export const BAR_HEIGHT = 5
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
    const x = rounded(Math.min((elapsed / total) * WIDTH, WIDTH - NARROWEST))
    const width = Math.max(((end - elapsed) / total) * WIDTH - 1, NARROWEST)
    return {
      level,
      x,
      y: Math.min(depth, DEEPEST) * ROW,
      width: rounded(Math.min(width, WIDTH - x)),
    }
  })
  return { width: WIDTH, height: Math.max(...bars.map(({ y }) => y)) + BAR_HEIGHT, bars }
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10
}
