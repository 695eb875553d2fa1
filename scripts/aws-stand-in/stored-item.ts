import { createHash } from 'node:crypto'
import { itemSize } from './item-size.ts'
import type { IndexShape, TableShape } from './table-shapes.ts'
import { isObject } from './wire.ts'
import type { WireObject } from './wire.ts'

/** An item's entry in an index. */
export interface IndexEntry {
  readonly key: string
  readonly sizeBytes: number
  readonly digest: string
}

/** What of a stored item decides on the cost of replacing it. */
export interface StoredItem {
  readonly sizeBytes: number
  /** By the name of the index. */
  readonly entries: ReadonlyMap<string, IndexEntry>
}

export function storedItem(shape: TableShape, item: WireObject): StoredItem {
  const entries = new Map<string, IndexEntry>()
  for (const index of shape.indexes) {
    const entry = entryOf(index, item)
    if (entry !== undefined) entries.set(index.name, entry)
  }
  return { sizeBytes: itemSize(item), entries }
}

/** The values of a key, in the order of the schema; undefined where one is missing. */
export function keyValues(
  keys: readonly string[],
  item: WireObject,
): readonly string[] | undefined {
  const values = keys.map((name) => {
    const value = item[name]
    return isObject(value) ? String(Object.values(value)[0]) : undefined
  })
  const there = values.filter((value) => value !== undefined)
  return there.length === keys.length ? there : undefined
}

function entryOf({ keys, projected }: IndexShape, item: WireObject): IndexEntry | undefined {
  const values = keyValues(keys, item)
  if (values === undefined) return undefined
  const attributes = Object.entries(item)
    .filter(([name]) => projected?.has(name) ?? true)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return {
    key: values.join(' '),
    sizeBytes: itemSize(Object.fromEntries(attributes)),
    digest: createHash('sha1').update(JSON.stringify(attributes)).digest('base64'),
  }
}
