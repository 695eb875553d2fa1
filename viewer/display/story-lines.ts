import type { Line, LogEvent } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { isAtLeast } from '../../engine/level.ts'
import type { DataView } from './data-view.ts'
import { dataView } from './data-view.ts'
import { duration } from './duration.ts'
import type { ErrorView } from './error-view.ts'
import { errorView } from './error-view.ts'
import { levelWords } from './level-words.ts'
import { nestingOf } from './nesting.ts'
import { stickyLines } from './sticky-lines.ts'

/** A line of the story as its page shows it. */
export interface StoryLine {
  readonly number: number
  readonly level: Level
  /** Said aloud before the text, where the level matters. */
  readonly spokenLevel: string
  /** How far it is indented: its depth, up to the deepest that the style sheet knows. */
  readonly indent: number
  /** The indentation as spaces, so that copied text has it. */
  readonly spaces: string
  readonly text: string
  readonly elapsed: string
  readonly sincePrevious: string
  /** The time since the line before, where that is a good part of the whole story. */
  readonly pause: string | undefined
  /** What the line and all inside it took, where it holds others or says so itself. */
  readonly took: string | undefined
  /** Where it stays in view while what it holds is scrolled through: below so many others. */
  readonly sticksAt: number | undefined
  readonly source: string | undefined
  readonly data: DataView | undefined
  readonly error: ErrorView | undefined
  readonly opensBlock: boolean
  readonly closesBlocks: number
}

/** The style sheet knows indents up to this. */
const DEEPEST_INDENT = 16

/** A pause is worth showing from this length, and from this share of the story. */
const PAUSE_MS = 10
const PAUSE_SHARE = 0.1

export function storyLines({
  lines,
  duration: total,
}: Pick<LogEvent, 'lines' | 'duration'>): readonly StoryLine[] {
  const nesting = nestingOf(lines.map(({ depth }) => depth))
  const sticky = stickyLines(lines, nesting)
  return lines.map((line, index) => {
    const { opensBlock = false, closesBlocks = 0, end = 0 } = nesting[index] ?? {}
    const sincePrevious = Math.max(0, line.elapsed - (lines[index - 1]?.elapsed ?? 0))
    const isPause = sincePrevious >= Math.max(PAUSE_MS, total * PAUSE_SHARE)
    const took = line.took ?? (opensBlock ? blockLength(line, lines[end], total) : undefined)
    return {
      number: index + 1,
      level: line.level,
      spokenLevel: isAtLeast(line.level, 'warn') ? levelWords(line.level).name : '',
      indent: Math.min(line.depth, DEEPEST_INDENT),
      spaces: '  '.repeat(line.depth),
      text: line.text,
      elapsed: duration(line.elapsed),
      sincePrevious: duration(sincePrevious),
      pause: isPause ? `+${duration(sincePrevious)}` : undefined,
      took: took === undefined ? undefined : duration(took),
      sticksAt: sticky[index],
      source: line.source,
      data: line.data === undefined ? undefined : dataView(line.data),
      error: line.error === undefined ? undefined : errorView(line.error),
      opensBlock,
      closesBlocks,
    }
  })
}

function blockLength({ elapsed }: Line, next: Line | undefined, total: number): number {
  return Math.max(0, (next?.elapsed ?? total) - elapsed)
}
