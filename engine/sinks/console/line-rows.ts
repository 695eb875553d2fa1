import type { Line } from '../../event.ts'
import { isAtLeast } from '../../level.ts'
import { dataSpan } from './data-span.ts'
import { errorRows } from './error-rows.ts'
import type { Look } from './look.ts'
import type { Row, Span } from './row.ts'
import { rowsOf, span } from './row.ts'
import { shortDuration } from './short-duration.ts'
import type { Guides } from './tree-guides.ts'
import { wrapRow } from './wrap-row.ts'

/** The columns of the elapsed time. */
const GUTTER = 9

/** The columns of the level's mark, and of the space around the elapsed time. */
const BESIDE_GUTTER = 3

/** The columns before a line's guides and text. */
export const MARGIN: number = GUTTER + BESIDE_GUTTER

/** With fewer columns than these left, a terminal breaks rows better than we do. */
const FEWEST_COLUMNS = 20

/** Where in the tree a line is. */
export interface Place {
  readonly guides: Guides
  /** How much deeper it is than its guides can show; 0 or less where they show all. */
  readonly deeper: number
}

/** A line of a story: mark, elapsed time, guides and text; below it what else there is to say. */
export function lineRows(line: Line, place: Place, look: Look): readonly Row[] {
  const { first, further } = place.guides
  const columns = (look.columns ?? Infinity) - MARGIN - first.length
  const rows = [...textRows(line, place, look), ...moreRows(line, look)].flatMap((row) =>
    columns < FEWEST_COLUMNS ? [row] : wrapRow(row, columns),
  )
  const blank = span(' '.repeat(MARGIN) + further, 'dim')
  return rows.map((row, index) =>
    index === 0 ? [...margin(line, look), span(first, 'dim'), ...row] : [blank, ...row],
  )
}

function margin({ level, elapsed }: Line, { glyphs }: Look): Row {
  const mark = isAtLeast(level, 'warn') ? glyphs.marks[level] : ' '
  return [span(mark, level), span(`${shortDuration(elapsed).padStart(GUTTER)}  `, 'dim')]
}

function textRows(line: Line, { deeper }: Place, { glyphs }: Look): readonly Row[] {
  const { text, level, took, data, source } = line
  const [first = [], ...others] = rowsOf(text, level)
  const counted = deeper > 0 ? [span(`+${deeper} `, 'dim'), ...first] : first
  const rows = [counted, ...others]
  const beside: readonly Span[] = [
    ...(took === undefined ? [] : [span(`  took ${shortDuration(took)}`, 'dim')]),
    ...(data === undefined ? [] : [dataSpan(data, glyphs)]),
    ...(source === undefined ? [] : [span(`  ${source}`, 'dim')]),
  ]
  return [...rows.slice(0, -1), [...(rows.at(-1) ?? []), ...beside]]
}

function moreRows({ text, error }: Line, look: Look): readonly Row[] {
  return error === undefined ? [] : errorRows(error, text, look)
}
