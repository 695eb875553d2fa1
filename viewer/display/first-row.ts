const LONGEST = 160

/** The first row of a text, cut to fit a list. */
export function firstRow(text: string): string {
  const [row = ''] = text.split('\n', 1)
  return row.length > LONGEST ? `${row.slice(0, LONGEST).trimEnd()}…` : row
}
