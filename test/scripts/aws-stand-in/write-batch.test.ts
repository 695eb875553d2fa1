import assert from 'node:assert/strict'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb'
import type { Key } from './testbed.ts'
import { eventItem, Testbed } from './testbed.ts'

const THROTTLED = { name: 'ProvisionedThroughputExceededException' }

async function putAll(
  { client, table }: Testbed,
  items: readonly Key[],
): Promise<BatchWriteCommandOutput> {
  const requests = items.map((Item) => ({ PutRequest: { Item } }))
  return await client.send(
    new BatchWriteCommand({
      RequestItems: { [table]: requests },
      ReturnConsumedCapacity: 'INDEXES',
    }),
  )
}

function unprocessed({ table }: Testbed, output: BatchWriteCommandOutput): readonly unknown[] {
  const left = output.UnprocessedItems?.[table] ?? []
  return left.map(({ PutRequest }) => PutRequest?.Item?.['object'])
}

describe('a batch of puts', () => {
  it('stores those that there are units for, and gives back the others', async () => {
    let now = 0
    await using bed = await Testbed.create({
      units: { table: { write: 3 } },
      burstSeconds: 1,
      clock: () => now,
    })
    const items = [1, 2, 3, 4, 5].map((number) => eventItem(number))
    const output = await putAll(bed, items)
    assert.deepEqual(unprocessed(bed, output), ['workout_4', 'workout_5'])
    assert.deepEqual(await Promise.all(items.map((item) => bed.isStored(item))), [
      true,
      true,
      true,
      false,
      false,
    ])
    assert.deepEqual(output.ConsumedCapacity, [
      {
        TableName: bed.table,
        CapacityUnits: 6,
        Table: { CapacityUnits: 3 },
        GlobalSecondaryIndexes: { feed: { CapacityUnits: 3 } },
      },
    ])
    assert.equal(bed.aws.counts.throttledPuts, 2)
    assert.equal(bed.aws.counts.writeUnits(bed.table), 3)
    now = 1_000
    assert.deepEqual(unprocessed(bed, await putAll(bed, items.slice(3))), [])
    assert.deepEqual(new Set(bed.aws.counts.puts.values()), new Set([1]))
  })

  it('is throttled where there are units for none', async () => {
    await using bed = await Testbed.create({
      units: { index: { write: 1 } },
      credit: 'empty',
      clock: () => 0,
    })
    await assert.rejects(putAll(bed, [eventItem(1), eventItem(2)]), THROTTLED)
    assert.equal(bed.aws.counts.throttledPuts, 2)
    assert.equal(bed.aws.counts.writeUnits(bed.table), 0)
  })

  it('goes on with smaller needs: an item without the keys of a used-up index is stored', async () => {
    await using bed = await Testbed.create({
      units: { index: { write: 1 } },
      credit: 'empty',
      clock: () => 0,
    })
    const part = { object: '_parts_1', timestamp: 1 }
    assert.deepEqual(unprocessed(bed, await putAll(bed, [eventItem(1), part])), ['workout_1'])
    assert.equal(await bed.isStored(part), true)
  })

  it('is rejected whole, at no cost, with the same key twice or more than 25 puts', async () => {
    await using bed = await Testbed.create({ units: { table: { write: 1 } }, burstSeconds: 1 })
    const twice = [eventItem(1), eventItem(1)]
    await assert.rejects(putAll(bed, twice), { name: 'ValidationException' })
    const many = Array.from({ length: 26 }, (_, number) => eventItem(number))
    await assert.rejects(putAll(bed, many), { name: 'ValidationException' })
    assert.equal(bed.aws.counts.writeUnits(bed.table), 0)
  })

  it('that the store rejects costs nothing', async () => {
    await using bed = await Testbed.create()
    const nameless = { ...eventItem(2), object: '' }
    await assert.rejects(putAll(bed, [eventItem(1), nameless]), { name: 'ValidationException' })
    assert.equal(bed.aws.counts.writeUnits(bed.table), 0)
  })

  it('is rejected whole with an item of more than 400 KB', async () => {
    await using bed = await Testbed.create()
    const big = { ...eventItem(2), message: 'é'.repeat(205 * 1024) }
    await assert.rejects(putAll(bed, [eventItem(1), big]), { name: 'ValidationException' })
    assert.equal(await bed.isStored(eventItem(1)), false)
  })

  it('comes back in part by chance', async () => {
    await using bed = await Testbed.create({ seed: 7 })
    bed.aws.faults.unprocessed = 0.5
    const items = Array.from({ length: 25 }, (_, number) => eventItem(number))
    const left = unprocessed(bed, await putAll(bed, items))
    assert.ok(left.length > 0 && left.length < 25, `${left.length} left of 25`)
    assert.equal(bed.aws.counts.injected.get('unprocessed'), left.length)
    assert.equal(bed.aws.counts.throttledPuts, 0)
    assert.equal(bed.aws.counts.writeUnits(bed.table), 25 - left.length)
    for (const item of items) assert.equal(await bed.isStored(item), !left.includes(item.object))
  })

  it('comes back in the part that a test picks; all of it is a throttled batch', async () => {
    await using bed = await Testbed.create()
    bed.aws.faults.unprocessed = ({ writes }) =>
      JSON.stringify(writes).includes('workout_2') && writes.length === 1
    const output = await putAll(bed, [eventItem(1), eventItem(2), eventItem(3)])
    assert.deepEqual(unprocessed(bed, output), ['workout_2'])
    await assert.rejects(putAll(bed, [eventItem(2)]), THROTTLED)
  })
})
