import assert from 'node:assert/strict'
import { Counts } from '../../../engine/counters/counts.ts'
import { countsItem } from '../../../engine/counters/counts-item.ts'
import { putCounts } from '../../../engine/table/put-counts.ts'
import type { CountsItem } from '../../../engine/item/item.ts'
import { LEVELS } from '../../../engine/level.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import type { TestTable } from './table-for-test.ts'
import { tableForTest } from './table-for-test.ts'

const HOUR_MS = 3_600_000
const TODAY = Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS

/** What a writer counted in each hour of the day, of each prefix and level. */
function itemOf(
  writer: number,
  { events, prefixes = ['workout'] }: { events: number; prefixes?: readonly string[] },
): CountsItem {
  const counts = new Counts()
  for (let hour = 0; hour < 24; hour += 1) {
    for (const [place, prefix] of prefixes.entries()) {
      for (const level of LEVELS) {
        for (let event = 0; event < events; event += 1) {
          const some = (writer * 7 + hour * 5 + place * 3 + event * 11) % 97
          counts.add({
            milliseconds: TODAY + hour * HOUR_MS,
            prefix,
            level,
            lines: some,
            bytes: some * 31,
            writeUnits: 2,
            duration: some ** 2,
          })
        }
      }
    }
  }
  return countsItem(TODAY, String(writer), counts)
}

async function eventsIn(location: TestTable): Promise<number> {
  const { counts } = await new TableReader(location).counts({
    from: TODAY,
    to: TODAY + 24 * HOUR_MS - 1,
  })
  return counts.reduce((sum, { events }) => sum + events, 0)
}

describe('putting counts', () => {
  it('changes nothing where it is done again', async () => {
    const location = await tableForTest()
    const item = itemOf(1, { events: 1 })
    for (let times = 0; times < 3; times += 1) await putCounts(location, item)
    assert.equal(await eventsIn(location), item.events)
  })

  it('leaves the later state where an earlier one arrives after it', async () => {
    const location = await tableForTest()
    const [earlier, later] = [itemOf(1, { events: 1 }), itemOf(1, { events: 2 })]
    await putCounts(location, later)
    await putCounts(location, earlier)
    assert.equal(await eventsIn(location), later.events)
  })

  it('says what hindered it', async () => {
    const location = { ...(await tableForTest()), table: 'no-such-table' }
    await assert.rejects(putCounts(location, itemOf(1, { events: 1 })), { code: 'table-missing' })
  })

  it('lets a day of ten writers be read for at most 5 read units', async () => {
    const location = await tableForTest()
    const prefixes = ['workout', 'user', 'billing']
    for (let writer = 1; writer <= 10; writer += 1) {
      await putCounts(location, itemOf(writer, { events: 20, prefixes }))
    }
    const reader = new TableReader(location)
    const { counts, readUnits } = await reader.counts({ from: TODAY, to: TODAY + 24 * HOUR_MS - 1 })
    console.log(`      ${readUnits} read units for ${counts.length} counts`)
    assert.equal(counts.length, 24 * prefixes.length * LEVELS.length)
    assert.ok(readUnits > 0 && readUnits <= 5, String(readUnits))
  })
})
