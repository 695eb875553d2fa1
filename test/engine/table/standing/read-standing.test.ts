import assert from 'node:assert/strict'
import { TableReader } from '../../../../engine/table/table-reader.ts'
import { endOf, fixture } from '../../delivery/faults/ended-process.ts'
import { recordedCalls } from '../../../infrastructure/recorded-calls.ts'
import { withRecordingAws } from '../recording-aws.ts'
import type { TestTable } from '../table-for-test.ts'
import { tableForTest } from '../table-for-test.ts'
import { statusOf } from './facts.ts'

async function storedEvents(count: number, options: object = {}): Promise<TestTable> {
  const place = await tableForTest()
  const settings = JSON.stringify({ exitTimeoutMs: 120_000, ...options })
  const { code, stderr } = await endOf(place, [
    fixture('count-events'),
    'flush',
    'run',
    String(count),
    settings,
  ])
  assert.deepEqual([code, stderr], [0, ''])
  return place
}

describe('reading where a table stands', () => {
  it('takes the counts of eight days and one event', async () => {
    const place = await storedEvents(300)
    const standing = await new TableReader(place).standing()
    assert.equal(standing.counted?.events, 300)
    assert.equal(standing.retention.days, 30)
    assert.equal(standing.storage.source, 'counted')
    assert.equal(standing.billing, 'provisioned')
    assert.deepEqual([standing.writes.provisioned, standing.reads.provisioned], [25, 25])
    assert.equal(standing.reads.own.readUnits, standing.readUnits)
  })

  it('finds how long events are kept in the table, also where that is for ever', async () => {
    const short = await storedEvents(5, { retentionDays: 7 })
    assert.equal((await new TableReader(short).standing()).retention.days, 7)
    const place = await tableForTest()
    assert.equal((await new TableReader(place).standing()).retention.days, undefined)
  })

  it('describes the table, and queries it and its index, and nothing else', async () => {
    const place = await storedEvents(5)
    const calls = await recordedCalls(place.endpoint, async (endpoint) => {
      await new TableReader({ ...place, endpoint }).standing()
    })
    const table = `table/${place.table}`
    assert.deepEqual(calls, [
      `dynamodb:DescribeTable on ${table}`,
      `dynamodb:DescribeTimeToLive on ${table}`,
      `dynamodb:Query on ${table}`,
      `dynamodb:Query on ${table}/index/feed`,
    ])
  })

  it('adds the bytes of table and index that AWS reports, and goes without where it may not ask', async () => {
    const { items, bytes, units, feed } = statusOf(1_000)
    const description = {
      Table: {
        TableStatus: 'ACTIVE',
        ItemCount: items,
        TableSizeBytes: bytes,
        ProvisionedThroughput: { WriteCapacityUnits: units?.write, ReadCapacityUnits: units?.read },
        GlobalSecondaryIndexes: [
          { IndexName: 'feed', ItemCount: feed?.items, IndexSizeBytes: feed?.bytes },
        ],
      },
    }
    for (const [isAllowed, expected] of [
      [true, 'reported'],
      [false, 'unknown'],
    ] as const) {
      await withRecordingAws(
        ({ operation }) => {
          if (operation === 'Query') {
            return { status: 200, body: { Items: [], ConsumedCapacity: { CapacityUnits: 0.5 } } }
          }
          if (isAllowed) return { status: 200, body: description }
          return { status: 400, body: { __type: 'com.amazonaws#AccessDeniedException' } }
        },
        async (endpoint) => {
          const reader = new TableReader({ endpoint, region: 'us-east-1' })
          const { storage, readUnits } = await reader.standing()
          assert.equal(readUnits, 4)
          assert.equal(storage.source, expected)
          assert.equal(storage.bytes, isAllowed ? 1_000 * (1_300 + 180 + 200) : 0)
        },
      )
    }
  })
})
