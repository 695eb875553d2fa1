import type { Line, LogEvent } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { isAtLeast } from '../../engine/level.ts'
import { blockLengths } from './block-lengths.ts'
import type { DataView } from './data-view.ts'
import { dataView } from './data-view.ts'
import { duration } from './duration.ts'
import type { ErrorView } from './error-view.ts'
import { errorView } from './error-view.ts'
import type { Fold } from './folds.ts'
import { foldsOf, markOf } from './folds.ts'
import { levelWords } from './level-words.ts'
import { nestingOf } from './nesting.ts'
import { gapsOf, slowFrom } from './slowdowns.ts'
import { stickyLines } from './sticky-lines.ts'
import { storyParts } from './story-parts.ts'

/** A line of the story as its page shows it. */
export interface StoryLine {
  readonly number: number
  readonly level: Level
  /** Beside the line: its level, or hollow where that is of a line further down. */
  readonly mark: { readonly level: Level; readonly isHollow: boolean }
  /** Said aloud before the text, where the level matters. */
  readonly spokenLevel: string
  /** How far it is indented: its depth, up to the deepest that the style sheet knows. */
  readonly indent: number
  /** The indentation as spaces, so that copied text has it; of the deepest lines, as much as is of use. */
  readonly spaces: string
  readonly text: string
  readonly elapsed: string
  /** The time since the line before, where that is worth a word. */
  readonly gap: string
  /** Whether that is a good part of the whole story. */
  readonly isSlow: boolean
  /** What the line and all inside it took, where it holds others or says so itself. */
  readonly took: string | undefined
  /** Where it stays in view while what it holds is scrolled through: below so many others. */
  readonly sticksAt: number | undefined
  readonly source: string | undefined
  readonly data: DataView | undefined
  readonly error: ErrorView | undefined
  /** What it holds; undefined where that is nothing. */
  readonly fold: Fold | undefined
  readonly closesBlocks: number
  /** Whether the list it opens comes in parts, which a browser may leave aside while they are out of view. */
  readonly opensParts: boolean
  /** The next part of its list begins with it: with what is in that list's class name. */
  readonly beginsPart: string | undefined
}

/** The style sheet knows indents up to this. */
export const DEEPEST_INDENT = 16

/** A story of thousands of levels would have more spaces than all else. */
const DEEPEST_COPIED = 100

/** A gap is shown from this length. */
const GAP_MS = 1

/** @param depths how many depths are unfolded. Default: all but long quiet blocks. */
export function storyLines(
  story: Pick<LogEvent, 'lines' | 'duration'>,
  depths?: number,
): readonly StoryLine[] {
  const { lines } = story
  const nesting = nestingOf(lines.map(({ depth }) => depth))
  const sticky = stickyLines(lines, nesting)
  const folds = foldsOf(lines, nesting, depths)
  const lengths = blockLengths(story, nesting)
  const gaps = gapsOf(lines)
  const slow = slowFrom(story.duration)
  const parts = storyParts(nesting)
  return lines.map((line, index) => {
    const fold = folds[index]
    const gapMs = gaps[index] ?? 0
    const tookMs = lengths[index]
    const { opensParts = false, beginsPart = false, parent } = parts[index] ?? {}
    return {
      number: index + 1,
      level: line.level,
      mark: markOf(line, fold),
      spokenLevel: isAtLeast(line.level, 'warn') ? levelWords(line.level).name : '',
      indent: indentOf(line),
      spaces: '  '.repeat(Math.min(line.depth, DEEPEST_COPIED)),
      text: line.text,
      elapsed: duration(line.elapsed),
      gap: gapMs >= GAP_MS ? `+${duration(gapMs)}` : '',
      isSlow: gapMs >= slow,
      took: tookMs === undefined ? undefined : duration(tookMs),
      sticksAt: sticky[index],
      source: line.source,
      data: line.data === undefined ? undefined : dataView(line.data),
      error: line.error === undefined ? undefined : errorView(line.error),
      fold,
      closesBlocks: nesting[index]?.closesBlocks ?? 0,
      opensParts,
      beginsPart: beginsPart
        ? listClass(parent === undefined ? undefined : lines[parent])
        : undefined,
    }
  })
}

function indentOf({ depth }: Line): number {
  return Math.min(depth, DEEPEST_INDENT)
}

function listClass(parent: Line | undefined): string {
  return parent === undefined ? 'outermost' : `block block-${indentOf(parent)}`
}
