import type { LogEvent } from '../../engine/event.ts'
import { blockLengths } from './block-lengths.ts'
import { duration } from './duration.ts'
import { levelWords } from './level-words.ts'
import { nestingOf } from './nesting.ts'
import { gapsOf, slowFrom } from './slowdowns.ts'

/** A story from top to bottom, as a strip: where it went wrong, and where the time went. */
export interface Minimap {
  readonly height: number
  /** Blocks that took a good part of the time, outermost first. */
  readonly slowBlocks: readonly MinimapBlock[]
  readonly ticks: readonly MinimapTick[]
}

export interface MinimapBlock {
  readonly number: number
  readonly y: number
  readonly height: number
  readonly label: string
}

export interface MinimapTick {
  readonly kind: 'error' | 'warn' | 'slow'
  readonly number: number
  readonly y: number
  readonly label: string
}

const HEIGHT = 1000
/** So many ticks can be told apart. */
const ROWS = 250
const FEWEST_LINES = 30
const MOST_BLOCKS = 40
/** A block that is nearly all of the story says nothing. */
const LARGEST_SHARE = 0.6

/** @returns undefined for a story that is seen at a glance */
export function minimapOf(story: Pick<LogEvent, 'lines' | 'duration'>): Minimap | undefined {
  const { lines } = story
  if (lines.length < FEWEST_LINES) return undefined
  return { height: HEIGHT, slowBlocks: slowBlocksOf(story), ticks: ticksOf(story) }
}

function slowBlocksOf(story: Pick<LogEvent, 'lines' | 'duration'>): readonly MinimapBlock[] {
  const { lines } = story
  const slow = slowFrom(story.duration)
  const nesting = nestingOf(lines.map(({ depth }) => depth))
  return blockLengths(story, nesting)
    .flatMap((tookMs = 0, index) => {
      const { opensBlock = false, end = index + 1 } = nesting[index] ?? {}
      const isTold = (end - index) / lines.length <= LARGEST_SHARE
      return opensBlock && tookMs >= slow && isTold ? [{ index, end, tookMs }] : []
    })
    .slice(0, MOST_BLOCKS)
    .map(({ index, end, tookMs }) => ({
      number: index + 1,
      y: place(index, lines.length),
      height: Math.max(2, place(end, lines.length) - place(index, lines.length)),
      label: `Line ${index + 1} took ${duration(tookMs)}`,
    }))
}

const WEIGHTS: Readonly<Record<MinimapTick['kind'], number>> = { error: 3, warn: 2, slow: 1 }

/** One tick a row: of those that fall on the same, the worst, and of these the first. */
function ticksOf({
  lines,
  duration: total,
}: Pick<LogEvent, 'lines' | 'duration'>): readonly MinimapTick[] {
  const gaps = gapsOf(lines)
  const slow = slowFrom(total)
  const byRow = new Map<number, MinimapTick>()
  for (const [index, { level }] of lines.entries()) {
    const gapMs = gaps[index] ?? 0
    const kind = level === 'error' || level === 'warn' ? level : gapMs >= slow ? 'slow' : undefined
    if (kind === undefined) continue
    const row = Math.floor((index / lines.length) * ROWS)
    const known = byRow.get(row)
    if (known !== undefined && WEIGHTS[known.kind] >= WEIGHTS[kind]) continue
    const words = kind === 'slow' ? `after ${duration(gapMs)}` : levelWords(kind).name.toLowerCase()
    byRow.set(row, {
      kind,
      number: index + 1,
      y: place(index, lines.length),
      label: `Line ${index + 1}, ${words}`,
    })
  }
  return [...byRow.values()]
}

function place(index: number, total: number): number {
  return Math.round((index / total) * HEIGHT)
}
