import type { KeptBytes, Row, Stage } from '../result.ts'
import { barOf, duration, ratioWithSpread, verdict } from './figures.ts'
import { tableText } from './table.ts'

export function rowsTable(rows: readonly Row[]): string {
  return tableText({
    head: ['stacktale', 'against', 'ours', 'theirs', 'ratio (quartiles)', 'bar', ''],
    rows: rows.map((row) => [
      row.what,
      row.against,
      duration(row.ours),
      duration(row.theirs),
      ratioWithSpread(row),
      barOf(row),
      verdict(row),
    ]),
  })
}

export function keptTable(kept: readonly KeptBytes[]): string {
  return tableText({
    head: ['kept', 'bytes a line'],
    rows: kept.map(({ what, bytes }) => [what, bytes.toFixed(0)]),
  })
}

export function stagesTable(stages: readonly Stage[]): string {
  return tableText({
    head: ['stage', 'a line'],
    rows: stages.map(({ what, ns }) => [what, duration(ns)]),
  })
}
