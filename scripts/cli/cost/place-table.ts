import type { PlaceRow } from '../../../viewer/display/elsewhere-rows.ts'
import type { Screen } from '../screen.ts'

const HEAD = ['where', 'a month', 'in burritos', 'kept for', 'prices of'] as const
const DOLLARS = 1
const GAP = '  '

/** What a month costs in each place, as wide as there is room; the dates of the prices give way first. */
export function placeTable(
  places: readonly PlaceRow[],
  columns: number,
  { paint }: Screen,
): readonly string[] {
  const rows = places.map(({ vendor, dollars, burritos, kept, asOf }) => [
    vendor,
    dollars,
    burritos,
    kept,
    asOf,
  ])
  const widths = HEAD.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)),
  )
  const whole = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length)
  const shown = whole > columns ? HEAD.length - 1 : HEAD.length
  const rowText = (cells: readonly string[]): string =>
    cells
      .slice(0, shown)
      .map((cell, at) =>
        at === DOLLARS ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join(GAP)
      .trimEnd()
  return [
    paint(rowText(HEAD), 'dim'),
    ...rows.map((row, index) =>
      places[index]?.isHere === true ? paint(rowText(row), 'strong') : rowText(row),
    ),
  ]
}
