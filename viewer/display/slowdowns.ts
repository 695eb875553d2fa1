import type { Line, LogEvent } from '../../engine/event.ts'
import { duration } from './duration.ts'
import { firstRow } from './first-row.ts'

/** A gap is worth showing from this length, and from this share of the story. */
const SHORTEST_MS = 10
const SMALLEST_SHARE = 0.1
const MOST = 3

/** A place where a good part of the story's time passed. */
export interface Slowdown {
  /** The line that came so late. */
  readonly number: number
  /** `+264 ms` */
  readonly gap: string
  readonly text: string
}

/** How long after the line before each line was logged, in milliseconds. */
export function gapsOf(lines: readonly Pick<Line, 'elapsed'>[]): readonly number[] {
  return lines.map(({ elapsed }, index) => Math.max(0, elapsed - (lines[index - 1]?.elapsed ?? 0)))
}

/** From how many milliseconds on a gap is a slowdown of a story that took so long. */
export function slowFrom(total: number): number {
  return Math.max(SHORTEST_MS, total * SMALLEST_SHARE)
}

/** The longest gaps of a story, in the order of its lines. */
export function slowdownsOf({
  lines,
  duration: total,
}: Pick<LogEvent, 'lines' | 'duration'>): readonly Slowdown[] {
  const slow = slowFrom(total)
  return gapsOf(lines)
    .map((gapMs, index) => ({ gapMs, index }))
    .filter(({ gapMs }) => gapMs >= slow)
    .toSorted((a, b) => b.gapMs - a.gapMs)
    .slice(0, MOST)
    .toSorted((a, b) => a.index - b.index)
    .map(({ gapMs, index }) => ({
      number: index + 1,
      gap: `+${duration(gapMs)}`,
      text: firstRow(lines[index]?.text ?? ''),
    }))
}
