import type { Charge } from './charge.ts'
import type { IndexEntry, StoredItem } from './stored-item.ts'

const WRITE_UNIT_BYTES = 1024

/**
 * What a write takes of its table and of its indexes.
 *
 * @param before what is stored under the key; undefined for nothing
 * @param after what will be; undefined for nothing, after a delete
 */
export function writeCost(
  table: string,
  before: StoredItem | undefined,
  after: StoredItem | undefined,
): readonly Charge[] {
  const names = new Set([...(before?.entries.keys() ?? []), ...(after?.entries.keys() ?? [])])
  const indexes = [...names].map((index) => ({
    table,
    index,
    units: indexUnits(before?.entries.get(index), after?.entries.get(index)),
  }))
  const units = unitsFor(Math.max(before?.sizeBytes ?? 0, after?.sizeBytes ?? 0))
  return [{ table, units }, ...indexes.filter((charge) => charge.units > 0)]
}

/** An entry that does not change costs nothing; one whose key changes is deleted and put. */
function indexUnits(before: IndexEntry | undefined, after: IndexEntry | undefined): number {
  if (before === undefined) return after === undefined ? 0 : unitsFor(after.sizeBytes)
  if (after === undefined) return unitsFor(before.sizeBytes)
  if (before.key !== after.key) return unitsFor(before.sizeBytes) + unitsFor(after.sizeBytes)
  if (before.digest === after.digest) return 0
  return unitsFor(Math.max(before.sizeBytes, after.sizeBytes))
}

function unitsFor(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / WRITE_UNIT_BYTES))
}
