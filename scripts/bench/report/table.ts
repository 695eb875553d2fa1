type Cells = readonly string[]

export interface Table {
  readonly head: Cells
  readonly rows: readonly Cells[]
}

/** A Markdown table, whose columns line up in a terminal too. */
export function tableText({ head, rows }: Table): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: Cells): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
