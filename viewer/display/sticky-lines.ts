import type { Line } from '../../engine/event.ts'
import { dataView } from './data-view.ts'
import type { Nesting } from './nesting.ts'

/** What stays in view leaves room for what is read. */
const MOST_STICKY = 3

/** And it must fit one row of the narrowest window in which lines stay in view: in letters of the usual width. */
const WIDEST_ROW = 80
const INDENT_LETTERS = 3
const DATA_MARGIN_LETTERS = 2
const CAPITALS = /\p{Lu}/gu
/** In scripts other than Latin, letters come in all widths. */
const WIDE = /[mwMW@%]|[^ -\u024f]/gu

/** A block that is no longer stands in view with its first line anyway, and each that stays costs a browser a layer. */
const SHORT_BLOCK = 10

/**
 * The lines that stay in view while what they hold is scrolled through: for each, how many of those
 * around it do so too; undefined for the others.
 */
export function stickyLines(
  lines: readonly Line[],
  nesting: readonly Nesting[],
): readonly (number | undefined)[] {
  const open: number[] = []
  return lines.map((line, index) => {
    const { opensBlock = false, end = 0 } = nesting[index] ?? {}
    while ((open.at(-1) ?? Infinity) <= index) open.pop()
    const isShort = end - index - 1 <= SHORT_BLOCK
    if (!opensBlock || isShort || open.length === MOST_STICKY) return undefined
    if (!fitsOneRow(line)) return undefined
    return open.push(end) - 1
  })
}

function fitsOneRow({ text, depth, data, error }: Line): boolean {
  if (error !== undefined || text.includes('\n') || text.length > WIDEST_ROW) return false
  const preview = data === undefined ? 0 : DATA_MARGIN_LETTERS + lettersOf(dataView(data).preview)
  return depth * INDENT_LETTERS + lettersOf(text) + preview <= WIDEST_ROW
}

function lettersOf(text: string): number {
  return text.length + countOf(CAPITALS, text) / 2 + countOf(WIDE, text)
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}
