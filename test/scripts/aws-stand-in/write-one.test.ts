import assert from 'node:assert/strict'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { PutCommandOutput } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { eventItem, Testbed } from './testbed.ts'

const THROTTLED = { name: 'ProvisionedThroughputExceededException' }

async function put(
  { client, table }: Testbed,
  item: Record<string, unknown>,
): Promise<PutCommandOutput> {
  return await client.send(
    new PutCommand({ TableName: table, Item: item, ReturnConsumedCapacity: 'INDEXES' }),
  )
}

describe('a put', () => {
  it('costs its size of the table, and of the feed what that projects', async () => {
    await using bed = await Testbed.create()
    const { ConsumedCapacity } = await put(bed, eventItem(1, 3_500))
    assert.deepEqual(ConsumedCapacity, {
      TableName: bed.table,
      CapacityUnits: 4 + 1,
      Table: { CapacityUnits: 4 },
      GlobalSecondaryIndexes: { feed: { CapacityUnits: 1 } },
    })
    assert.equal(bed.aws.counts.writeUnits(bed.table), 4)
    assert.equal(bed.aws.counts.writeUnits(bed.table, 'feed'), 1)
  })

  it('costs the feed nothing without its keys', async () => {
    await using bed = await Testbed.create({
      units: { index: { write: 1 } },
      credit: 'empty',
      clock: () => 0,
    })
    const { ConsumedCapacity } = await put(bed, { object: '_prefixes', timestamp: 1, name: 'a' })
    assert.deepEqual(ConsumedCapacity, {
      TableName: bed.table,
      CapacityUnits: 1,
      Table: { CapacityUnits: 1 },
    })
  })

  it('says what it took in all when asked for that, and nothing when not', async () => {
    await using bed = await Testbed.create()
    const TableName = bed.table
    const total = await bed.client.send(
      new PutCommand({ TableName, Item: eventItem(1), ReturnConsumedCapacity: 'TOTAL' }),
    )
    assert.deepEqual(total.ConsumedCapacity, { TableName, CapacityUnits: 2 })
    const silent = await bed.client.send(new PutCommand({ TableName, Item: eventItem(2) }))
    assert.equal(silent.ConsumedCapacity, undefined)
  })

  it('again costs the table, and not the feed, where the entry stays as it is', async () => {
    await using bed = await Testbed.create()
    await put(bed, eventItem(1, 3_500))
    await put(bed, eventItem(1, 10))
    assert.equal(bed.aws.counts.writeUnits(bed.table), 4 + 4)
    assert.equal(bed.aws.counts.writeUnits(bed.table, 'feed'), 1)
    await put(bed, { ...eventItem(1), title: 'Another' })
    assert.equal(bed.aws.counts.writeUnits(bed.table, 'feed'), 1 + 1)
    await put(bed, { ...eventItem(1), prefix: 'another' })
    assert.equal(bed.aws.counts.writeUnits(bed.table, 'feed'), 1 + 1 + 2)
    assert.equal(bed.aws.counts.putsOf(bed.table, 'workout_1', '1'), 4)
  })

  it('is throttled and not stored when the table has no units left', async () => {
    let now = 0
    await using bed = await Testbed.create({
      units: { table: { write: 2 } },
      burstSeconds: 1,
      clock: () => now,
    })
    await put(bed, eventItem(1))
    await put(bed, eventItem(2))
    await assert.rejects(put(bed, eventItem(3)), (error: Error) => {
      assert.equal(error.name, THROTTLED.name)
      assert.match(error.message, /provisioned throughput/)
      return true
    })
    assert.equal(await bed.isStored(eventItem(3)), false)
    assert.equal(bed.aws.counts.throttledPuts, 1)
    assert.equal(bed.aws.counts.writeUnits(bed.table), 2)
    assert.equal(bed.aws.counts.putsOf(bed.table, 'workout_3', '3'), 0)
    now = 500
    await put(bed, eventItem(3))
    assert.equal(await bed.isStored(eventItem(3)), true)
  })

  it('is throttled when the feed has no units left, at no cost to the table', async () => {
    await using bed = await Testbed.create({
      units: { index: { write: 1 } },
      burstSeconds: 1,
      clock: () => 0,
    })
    await put(bed, eventItem(1))
    await assert.rejects(put(bed, eventItem(2)), THROTTLED)
    assert.equal(bed.aws.counts.writeUnits(bed.table), 1)
  })

  it('may take more units than are left, as long as some are', async () => {
    let now = 0
    await using bed = await Testbed.create({
      units: { table: { write: 1 } },
      burstSeconds: 1,
      clock: () => now,
    })
    await put(bed, eventItem(1, 5_000))
    now = 4_000
    await assert.rejects(put(bed, eventItem(2)), THROTTLED)
    now = 5_001
    await put(bed, eventItem(2))
  })

  it('with a failing condition costs the table, and not the feed', async () => {
    await using bed = await Testbed.create()
    await put(bed, eventItem(1))
    const again = bed.client.send(
      new PutCommand({
        TableName: bed.table,
        Item: { ...eventItem(1), title: 'Another' },
        ConditionExpression: 'attribute_not_exists(title)',
      }),
    )
    await assert.rejects(again, { name: 'ConditionalCheckFailedException' })
    assert.equal(bed.aws.counts.writeUnits(bed.table), 2)
    assert.equal(bed.aws.counts.writeUnits(bed.table, 'feed'), 1)
  })

  it('that the store rejects costs nothing', async () => {
    await using bed = await Testbed.create()
    const wrong = { ...eventItem(1), timestamp: 'late' }
    await assert.rejects(put(bed, wrong), { name: 'ValidationException' })
    assert.equal(bed.aws.counts.writeUnits(bed.table), 0)
  })

  it('of more than 400 KB in UTF-8 is rejected', async () => {
    await using bed = await Testbed.create()
    const big = { ...eventItem(1), message: 'é'.repeat(205 * 1024) }
    await assert.rejects(put(bed, big), { name: 'ValidationException', message: /maximum allowed/ })
    assert.equal(await bed.isStored(eventItem(1)), false)
  })

  it('never takes more than credit + rate × time, but for the last', async () => {
    const steps = fc.array(fc.record({ afterMs: fc.nat(2_000), bytes: fc.nat(4_000) }), {
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (steps) => {
        let now = 0
        await using bed = await Testbed.create({
          units: { table: { write: 2 }, index: { write: 1 } },
          burstSeconds: 2,
          clock: () => now,
        })
        const { counts } = bed.aws
        for (const [number, { afterMs, bytes }] of steps.entries()) {
          now += afterMs
          const before = [
            counts.writeUnits(bed.table),
            counts.writeUnits(bed.table, 'feed'),
          ] as const
          const isDone = await put(bed, eventItem(number, bytes)).then(
            () => true,
            () => false,
          )
          const isAllowed = before[0] < 4 + now / 500 && before[1] < 2 + now / 1000
          assert.ok(isAllowed || !isDone)
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('a delete', () => {
  it('costs what it deletes, and its entry in the feed', async () => {
    await using bed = await Testbed.create()
    await put(bed, eventItem(1, 3_500))
    const remove = async (): Promise<void> => {
      const { object, timestamp } = eventItem(1)
      await bed.client.send(new DeleteCommand({ TableName: bed.table, Key: { object, timestamp } }))
    }
    await remove()
    assert.equal(await bed.isStored(eventItem(1)), false)
    assert.equal(bed.aws.counts.writeUnits(bed.table), 4 + 4)
    assert.equal(bed.aws.counts.writeUnits(bed.table, 'feed'), 1 + 1)
    await remove()
    assert.equal(bed.aws.counts.writeUnits(bed.table), 4 + 4 + 1)
  })
})
