import type { PackageCost } from '../package/package-cost.ts'
import type { Results } from '../result.ts'
import { packagesTable } from './packages-table.ts'
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

/** What the packages cost before anything is logged, for a terminal. */
export function packagesReport(packages: readonly PackageCost[]): string {
  return `Importing and installing\n\n${packagesTable(packages)}\n`
}
