import type { Results } from '../result.ts'
import { keptTable, rowsTable, stagesTable } from './result-tables.ts'

/** All figures of one Node, for a terminal. */
export function terminalReport({ node, groups, kept, stages }: Results): string {
  return [
    `Node ${node}`,
    ...groups.flatMap(({ title, rows }) => (rows.length === 0 ? [] : [title, rowsTable(rows)])),
    'Bytes kept for a buffered line',
    keptTable(kept),
    'Where the time of a line with depth goes',
    stagesTable(stages),
  ]
    .map((part) => `${part}\n`)
    .join('\n')
}
