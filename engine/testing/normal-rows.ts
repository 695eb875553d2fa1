/**
 * The rows of a text, without what nobody sees: carriage returns and spaces at the ends of rows, blank
 * rows at both ends, and the indent that all rows share.
 */
export function normalRows(text: string): readonly string[] {
  const rows = text.split('\n').map((row) => row.replace(/[ \t\r]+$/, ''))
  const told = rows.slice(rows.findIndex(isTold), rows.findLastIndex(isTold) + 1)
  const common = Math.min(...told.filter(isTold).map(indentOf))
  return told.map((row) => row.slice(common))
}

/** How many spaces a row begins with. */
export function indentOf(row: string): number {
  return row.search(/[^ ]|$/)
}

function isTold(row: string): boolean {
  return row !== ''
}
