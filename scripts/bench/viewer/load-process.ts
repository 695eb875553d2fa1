// Writes events and their counts straight into a store that no database has open, the way dynalite keeps
// them: a million puts over HTTP would take half an hour.
import dynalite from 'dynalite/db/index.js'
import { Counts } from '../../../engine/counters/counts.ts'
import { countsItem } from '../../../engine/counters/counts-item.ts'
import { dayOf } from '../../../engine/hours.ts'
import { encodeEvent } from '../../../engine/item/encode-event.ts'
import type { Item } from '../../../engine/item/item.ts'
import { NUMERIC_ATTRIBUTES } from '../../../engine/item/item.ts'
import { millisecondsOf } from '../../../engine/item/timestamp.ts'
import { smallEvent } from './stories.ts'

export interface LoadOptions {
  readonly path: string
  readonly table: string
  /** The first event's place from the end. */
  readonly from: number
  readonly events: number
}

const BATCH = 2000
/** As of one writer that never stopped. */
const COUNTS_KEY = '1234567890123456789'

const { path, table, from, events }: LoadOptions = JSON.parse(process.argv[2] ?? '{}')
const { db } = dynalite.create({ path })
const definition = await db.get(`table~${table}`)
const counted = new Map<number, Counts>()
for (let first = from; first < from + events; first += BATCH) {
  const count = Math.min(BATCH, from + events - first)
  const items = Array.from({ length: count }, (_, index) => itemsOf(first + index)).flat()
  await db.batch(items.flatMap(putsOf))
}
const counts = [...counted].map(([day, ofDay]) => countsItem(day, COUNTS_KEY, ofDay))
await db.batch(counts.flatMap(putsOf))
await db.close()
process.stdout.write('{}')

function itemsOf(index: number): readonly Item[] {
  const event = smallEvent(index)
  const { items, bytes, writeUnits } = encodeEvent(event)
  const { prefix, level, duration } = event
  const milliseconds = millisecondsOf(event.timestamp)
  const day = dayOf(milliseconds)
  const ofDay = counted.get(day) ?? new Counts()
  counted.set(day, ofDay)
  const lines = event.lines.length
  ofDay.add({ milliseconds, prefix, level, lines, bytes, writeUnits, duration })
  return items
}

function putsOf(item: Item) {
  const value = Object.fromEntries(
    Object.entries(item).map(([name, each]) => [name, attributeOf(name, each)]),
  )
  const { puts } = dynalite.getIndexActions(
    definition.GlobalSecondaryIndexes,
    undefined,
    value,
    definition,
  )
  const key = `item-${table}~${dynalite.createKey(value, definition)}`
  return [
    { type: 'put' as const, key, value },
    ...puts.map(({ index: name, key: indexKey, item: projected }) => ({
      type: 'put' as const,
      key: `index-global~${table}~${name}~${indexKey}`,
      value: projected,
    })),
  ]
}

function attributeOf(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') }
  if (NUMERIC_ATTRIBUTES.has(name)) return { N: String(value) }
  return typeof value === 'boolean' ? { BOOL: value } : { S: value }
}
