import type { Results, Row } from '../result.ts'
import { barOf, times } from './figures.ts'

/** Everything in which ours is slower than it should be, then than the other: a sentence each. */
export function lossesOf(all: readonly Results[]): readonly string[] {
  const missed = new Map<string, string[]>()
  const slower = new Map<string, string[]>()
  for (const { node, groups } of all) {
    for (const { title, rows } of groups) {
      for (const row of rows) {
        if (isMissed(row))
          note(missed, `**Bar missed** (${barOf(row)}): ${name(title, row)}`, node, row)
        else if (row.ratio > 1) note(slower, name(title, row), node, row)
      }
    }
  }
  return [...missed, ...slower].map(([what, ratios]) => `${what}: ${ratios.join(', ')}.`)
}

function note(losses: Map<string, string[]>, what: string, node: string, { ratio }: Row): void {
  const ratios = losses.get(what) ?? []
  ratios.push(`${times(ratio)} on Node ${node}`)
  losses.set(what, ratios)
}

function isMissed({ bar, ratio }: Row): boolean {
  return bar !== undefined && ratio > bar
}

function name(title: string, { what, against }: Row): string {
  return `${title.toLowerCase()}, ${what}, against ${against}`
}
