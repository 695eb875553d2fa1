import assert from 'node:assert/strict'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { Counts } from '../../../engine/counters/counts.ts'
import { countsItem } from '../../../engine/counters/counts-item.ts'
import { putCounts } from '../../../engine/table/put-counts.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import type { TestTable } from './table-for-test.ts'
import { tableForTest } from './table-for-test.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NOW = Date.now()
const TODAY = Math.floor(NOW / DAY_MS) * DAY_MS

async function putOne(location: TestTable, milliseconds: number, writer = '1'): Promise<void> {
  const counts = new Counts()
  const event = { prefix: 'workout', lines: 3, bytes: 500, writeUnits: 2, duration: 12 }
  counts.add({ ...event, milliseconds, level: 'info' })
  await putCounts(location, countsItem(Math.floor(milliseconds / DAY_MS) * DAY_MS, writer, counts))
}

describe('reading counts', () => {
  it('adds up the writers, by hour, prefix and level', async () => {
    const location = await tableForTest()
    await putOne(location, TODAY - HOUR_MS, '1')
    await putOne(location, TODAY - HOUR_MS + 1, '2')
    await putOne(location, TODAY, '1')
    const reader = new TableReader(location)
    const { counts, unreadable } = await reader.counts({ from: TODAY - DAY_MS, to: TODAY })
    const [first, second, ...others] = counts
    assert.deepEqual([others, unreadable], [[], 0])
    assert.deepEqual([first?.hour, first?.events, first?.lines], [TODAY - HOUR_MS, 2, 6])
    assert.deepEqual([first?.bytes, first?.writeUnits, first?.durations[4]], [1_000, 4, 2])
    assert.deepEqual([second?.hour, second?.events, second?.level], [TODAY, 1, 'info'])
  })

  it('reads the hours in which a question begins and ends, and no others', async () => {
    const location = await tableForTest()
    for (const hour of [0, 1, 2, 3]) {
      await putOne(location, TODAY - DAY_MS + hour * HOUR_MS, String(hour + 1))
    }
    const { counts } = await new TableReader(location).counts({
      from: new Date(TODAY - DAY_MS + 1.5 * HOUR_MS),
      to: new Date(TODAY - DAY_MS + 2 * HOUR_MS),
    })
    assert.deepEqual(
      counts.map(({ hour }) => (hour - TODAY + DAY_MS) / HOUR_MS),
      [1, 2],
    )
  })

  it('reads the last day where nothing is asked', async () => {
    const location = await tableForTest()
    await putOne(location, NOW - HOUR_MS)
    await putOne(location, NOW - 3 * DAY_MS)
    const { counts, readUnits } = await new TableReader(location).counts()
    assert.equal(counts.length, 1)
    assert.ok(readUnits <= 1)
  })

  it('leaves out what has expired, and says how much it could not read', async () => {
    const location = await tableForTest()
    await putOne(location, NOW)
    const client = new DynamoDBClient(location)
    await client.send(
      new PutItemCommand({
        TableName: location.table,
        Item: {
          object: { S: `_counts_${new Date(NOW).toISOString().slice(0, 10)}` },
          timestamp: { N: '2' },
          counts: { S: 'not counts' },
        },
      }),
    )
    const now = await new TableReader(location).counts()
    assert.deepEqual([now.counts.length, now.unreadable], [1, 1])
    const later = new TableReader({ ...location, clock: () => NOW + 402 * DAY_MS })
    assert.deepEqual((await later.counts({ from: NOW, to: NOW })).counts, [])
  })

  it('refuses times that cannot be, and more than 400 days', async () => {
    const reader = new TableReader(await tableForTest())
    for (const query of [
      { from: NOW, to: NOW - 1 },
      { from: NaN },
      { to: -1 },
      { to: new Date(NaN) },
      { from: NOW - 400 * DAY_MS, to: NOW },
    ]) {
      await assert.rejects(reader.counts(query), { code: 'time-invalid' })
    }
    const most = await reader.counts({ from: TODAY - 399 * DAY_MS, to: NOW })
    assert.deepEqual(most.counts, [])
  })

  it('is not disturbed in its lists of events', async () => {
    const location = await tableForTest()
    await putOne(location, NOW)
    const reader = new TableReader(location)
    assert.deepEqual((await reader.feed()).events, [])
    assert.deepEqual((await reader.feed({ prefix: 'workout' })).events, [])
    assert.deepEqual((await reader.prefixes()).names, [])
  })
})
