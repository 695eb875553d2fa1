import type { Count } from '../../../engine/counters/counts.ts'
import { Counts } from '../../../engine/counters/counts.ts'
import { isLevel } from '../../../engine/level.ts'
import type { CountsPage } from '../../../engine/table/counts-query.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { itemSize } from '../../../scripts/aws-stand-in/item-size.ts'
import type { RawItem } from '../../scripts/cli/stored-items.ts'
import { storedItems } from '../../scripts/cli/stored-items.ts'
import type { TestTable } from '../table/table-for-test.ts'

const DAY_MS = 86_400_000
const FEED = new Set(
  'object timestamp prefix level title lines duration trace service expires'.split(' '),
)

/** What the events that a table holds add up to. */
export async function countedInTable(location: TestTable): Promise<readonly Count[]> {
  const counts = new Counts()
  for (const item of await storedItems(location)) {
    const { object, timestamp, prefix, level, lines, duration } = item
    if (object?.S?.startsWith('_') !== false) continue
    const name = level?.S
    if (!isLevel(name)) throw new Error(`${object.S} has no level`)
    const bytes = sizeOf(item)
    const feedBytes = sizeOf(
      Object.fromEntries(Object.entries(item).filter(([attribute]) => FEED.has(attribute))),
    )
    counts.add({
      milliseconds: Math.floor(Number(timestamp?.N)),
      prefix: prefix?.S ?? '',
      level: name,
      lines: Number(lines?.N),
      bytes,
      writeUnits: Math.ceil(bytes / 1024) + Math.ceil(feedBytes / 1024),
      duration: Number(duration?.N),
    })
  }
  return [...counts]
}

/** What a table says of the last three days. */
export async function readCountsOf(location: TestTable): Promise<CountsPage> {
  const now = Date.now()
  return await new TableReader(location).counts({ from: now - 3 * DAY_MS, to: now + DAY_MS })
}

function sizeOf(item: RawItem): number {
  const wire = Object.entries(item).map(([name, value]) => {
    const { B } = value
    return [name, B === undefined ? { ...value } : { B: Buffer.from(B).toString('base64') }]
  })
  return itemSize(Object.fromEntries(wire))
}
