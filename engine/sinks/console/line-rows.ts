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

/** A line of a story: mark, elapsed time, guides and text; below it what else there is to say. */
export function lineRows(line: Line, guides: Guides, look: Look): readonly Row[] {
  const columns = (look.columns ?? Infinity) - MARGIN - guides.first.length
  const rows = [...textRows(line, look), ...moreRows(line, look)].flatMap((row) =>
    columns < FEWEST_COLUMNS ? [row] : wrapRow(row, columns),
  )
  const further = span(' '.repeat(MARGIN) + guides.further, 'dim')
  return rows.map((row, index) =>
    index === 0 ? [...firstMargin(line, guides, look), ...row] : [further, ...row],
  )
}

function firstMargin({ level, elapsed }: Line, { first }: Guides, { glyphs }: Look): Row {
  const mark = isAtLeast(level, 'warn') ? glyphs.marks[level] : ' '
  const time = shortDuration(elapsed).padStart(GUTTER)
  return [span(mark, level), span(`${time}  ${first}`, 'dim')]
}

function textRows({ text, level, took, data, source }: Line, { glyphs }: Look): readonly Row[] {
  const rows = rowsOf(text, level)
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
