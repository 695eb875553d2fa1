import type { Line } from '../../engine/event.ts'
import { dataView } from './data-view.ts'
import type { Nesting } from './nesting.ts'

/** What stays in view leaves room for what is read. */
const MOST_STICKY = 3

/** And it must fit one row. */
const LONGEST_ROW = 80

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

function fitsOneRow({ text, data, error }: Line): boolean {
  if (error !== undefined || text.includes('\n')) return false
  const preview = data === undefined ? '' : dataView(data).preview
  return text.length + preview.length <= LONGEST_ROW
}
