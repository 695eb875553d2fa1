// Writes events straight into a store that no database has open, the way dynalite keeps them: a million
// puts over HTTP would take half an hour.
import dynalite from 'dynalite/db/index.js'
import { encodeEvent } from '../../../engine/item/encode-event.ts'
import { NUMERIC_ATTRIBUTES } from '../../../engine/item/item.ts'
import { smallEvent } from './stories.ts'

export interface LoadOptions {
  readonly path: string
  readonly table: string
  readonly from: number
  readonly events: number
}

const BATCH = 2000

const { path, table, from, events }: LoadOptions = JSON.parse(process.argv[2] ?? '{}')
const { db } = dynalite.create({ path })
const definition = await db.get(`table~${table}`)
for (let first = from; first < from + events; first += BATCH) {
  const count = Math.min(BATCH, from + events - first)
  await db.batch(Array.from({ length: count }, (_, index) => putsOf(first + index)).flat())
}
await db.close()
process.stdout.write('{}')

function putsOf(index: number) {
  return encodeEvent(smallEvent(index)).items.flatMap((item) => {
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
  })
}

function attributeOf(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') }
  if (NUMERIC_ATTRIBUTES.has(name)) return { N: String(value) }
  return typeof value === 'boolean' ? { BOOL: value } : { S: value }
}
