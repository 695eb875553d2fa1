import { FEED_ATTRIBUTES, NUMERIC_ATTRIBUTES } from './item/item.ts'

/**
 * DynamoDB's arithmetic, from the AWS documentation: "DynamoDB item sizes and formats" and
 * "Provisioned capacity mode".
 */
const WRITE_UNIT_BYTES = 1024
const READ_UNIT_BYTES = 4096

/** The most bytes that DynamoDB takes in one item. */
export const ITEM_LIMIT_BYTES: number = 400 * 1024

/** The bytes of an item as DynamoDB counts them: names and values, without the storage overhead. */
export function itemSize(item: object): number {
  return sizeOfAttributes(item, () => true)
}

/** What storing an item takes, in write units: the table's own and those of its entry in the feed. */
export function writeUnitsOf(item: object): number {
  return tableUnitsOf(item) + feedUnitsOf(item)
}

/** The write units that an item takes of the table's. */
export function tableUnitsOf(item: object): number {
  return writeUnitsFor(itemSize(item))
}

/** The write units that an item's entry takes of the feed's. */
export function feedUnitsOf(item: object): number {
  return 'prefix' in item ? writeUnitsFor(feedEntrySize(item)) : 0
}

/** What storage adds to an item, and again to its entry in an index. */
export const STORAGE_OVERHEAD_BYTES = 100

/** What an item takes of the storage that is paid for: its own bytes, its entry in the feed, and the overhead of both. */
export function storedBytesOf(item: object): number {
  const entry = 'prefix' in item ? feedEntrySize(item) + STORAGE_OVERHEAD_BYTES : 0
  return itemSize(item) + STORAGE_OVERHEAD_BYTES + entry
}

/** What a write of so many bytes takes, in write units: one for each kilobyte begun. */
export function writeUnitsFor(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / WRITE_UNIT_BYTES))
}

/**
 * What a read takes, in read units: one for each 4 KB begun of all that it looks at, half of it where
 * it may be a moment behind, as what lists and shows events may.
 *
 * @param sizeBytes of all items together, for a query: it is rounded up once
 */
export function readUnitsFor(
  sizeBytes: number,
  { consistent = false }: { readonly consistent?: boolean } = {},
): number {
  const units = Math.max(1, Math.ceil(sizeBytes / READ_UNIT_BYTES))
  return consistent ? units : units / 2
}

const PROJECTED = new Set<string>(['object', 'timestamp', 'prefix', ...FEED_ATTRIBUTES])

/** The bytes of an item's entry in the feed: the keys of both, and what the feed projects. */
export function feedEntrySize(item: object): number {
  return sizeOfAttributes(item, (name) => PROJECTED.has(name))
}

function sizeOfAttributes(item: object, isCounted: (name: string) => boolean): number {
  let size = 0
  for (const [name, value] of Object.entries(item) as [string, unknown][]) {
    if (value === undefined || !isCounted(name)) continue
    size += Buffer.byteLength(name) + sizeOfValue(name, value)
  }
  return size
}

function sizeOfValue(name: string, value: unknown): number {
  if (value instanceof Uint8Array) return value.byteLength
  if (typeof value === 'boolean') return 1
  if (typeof value === 'number' || NUMERIC_ATTRIBUTES.has(name)) return sizeOfNumber(String(value))
  return Buffer.byteLength(String(value))
}

const ZERO = '0'.charCodeAt(0)
const NINE = '9'.charCodeAt(0)

/** A byte for two significant digits and one more, another for a minus. */
function sizeOfNumber(digits: string): number {
  let first = -1
  let last = -1
  let count = 0
  for (let at = 0; at < digits.length; at += 1) {
    const code = digits.charCodeAt(at)
    if (code < ZERO || code > NINE) continue
    if (code !== ZERO) {
      if (first < 0) first = count
      last = count
    }
    count += 1
  }
  const significant = first < 0 ? 0 : last - first + 1
  return Math.ceil(significant / 2) + 1 + (digits.startsWith('-') ? 1 : 0)
}
