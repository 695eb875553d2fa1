import type { Count } from '../../engine/table/index.ts'
import type { Column, Steps } from '../counts/columns.ts'
import { columnsOf } from '../counts/columns.ts'
import type { Tally } from '../counts/tally.ts'
import { tallyOf } from '../counts/tally.ts'

/** What was counted of one prefix. */
export interface Domain extends Tally {
  readonly prefix: string
  readonly columns: readonly Column[]
  /** In as long a time before. */
  readonly before: Tally
}

/** Every prefix that was counted now or before, those with most events first. */
export function domainsOf(
  counts: readonly Count[],
  countsBefore: readonly Count[],
  steps: Steps,
): readonly Domain[] {
  const now = byPrefix(counts)
  const before = byPrefix(countsBefore)
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((prefix) => {
      const those = now.get(prefix) ?? []
      return {
        prefix,
        ...tallyOf(those),
        columns: columnsOf(those, steps),
        before: tallyOf(before.get(prefix) ?? []),
      }
    })
    .toSorted((a, b) => b.events - a.events || (a.prefix < b.prefix ? -1 : 1))
}

function byPrefix(counts: readonly Count[]): ReadonlyMap<string, readonly Count[]> {
  const groups = new Map<string, Count[]>()
  for (const count of counts) {
    const group = groups.get(count.prefix)
    if (group === undefined) groups.set(count.prefix, [count])
    else group.push(count)
  }
  return groups
}
