import assert from 'node:assert/strict'
import { PutCommand, BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/lib-dynamodb'
import { eventItem, Testbed } from './testbed.ts'

const THROTTLED = { name: 'ProvisionedThroughputExceededException' }

/** Of each 1,500 bytes and more, in one object. */
async function withEvents(bed: Testbed, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const Item = { ...eventItem(number, 1_500), object: 'workout' }
    await bed.client.send(new PutCommand({ TableName: bed.table, Item }))
  }
}

async function query(
  { client, table }: Testbed,
  more: Partial<QueryCommandInput> = {},
): Promise<QueryCommandOutput> {
  return await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: '#key = :key',
      ExpressionAttributeNames: { '#key': more.IndexName === undefined ? 'object' : 'prefix' },
      ExpressionAttributeValues: { ':key': 'workout' },
      ReturnConsumedCapacity: 'INDEXES',
      ...more,
    }),
  )
}

describe('a read', () => {
  it('costs the sum of its bytes by 4 KB, half of it when eventually consistent', async () => {
    await using bed = await Testbed.create()
    await withEvents(bed, 6)
    const eventual = await query(bed)
    assert.equal(eventual.ConsumedCapacity?.CapacityUnits, 1.5)
    const consistent = await query(bed, { ConsistentRead: true })
    assert.equal(consistent.ConsumedCapacity?.CapacityUnits, 3)
    assert.equal(bed.aws.counts.readUnits(bed.table), 4.5)
  })

  it('of an index is charged to that', async () => {
    await using bed = await Testbed.create()
    await withEvents(bed, 6)
    const { ConsumedCapacity } = await query(bed, { IndexName: 'feed' })
    assert.deepEqual(ConsumedCapacity, {
      TableName: bed.table,
      CapacityUnits: 0.5,
      Table: { CapacityUnits: 0 },
      GlobalSecondaryIndexes: { feed: { CapacityUnits: 0.5 } },
    })
    assert.equal(bed.aws.counts.readUnits(bed.table, 'feed'), 0.5)
    assert.equal(bed.aws.counts.readUnits(bed.table), 0)
  })

  it('costs what it looked at, not what a filter or a projection left of it', async () => {
    await using bed = await Testbed.create()
    await withEvents(bed, 6)
    const attributes = { '#key': 'object', '#title': 'title' }
    const filtered = await query(bed, {
      FilterExpression: '#title = :title',
      ExpressionAttributeNames: attributes,
      ExpressionAttributeValues: { ':key': 'workout', ':title': 'another' },
    })
    assert.equal(filtered.Count, 0)
    assert.equal(filtered.ConsumedCapacity?.CapacityUnits, 1.5)
    const projected = await query(bed, {
      ProjectionExpression: '#title',
      ExpressionAttributeNames: attributes,
    })
    assert.equal(projected.ConsumedCapacity?.CapacityUnits, 1.5)
    const counted = await query(bed, { Select: 'COUNT' })
    assert.equal(counted.ConsumedCapacity?.CapacityUnits, 1.5)
  })

  it('of nothing costs half a unit, or one when consistent', async () => {
    await using bed = await Testbed.create()
    assert.equal((await query(bed)).ConsumedCapacity?.CapacityUnits, 0.5)
    const { ConsumedCapacity } = await bed.client.send(
      new GetCommand({
        TableName: bed.table,
        Key: { object: 'workout', timestamp: 1 },
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    assert.deepEqual(ConsumedCapacity, { TableName: bed.table, CapacityUnits: 1 })
  })

  it('of a batch rounds up each item, those that are missing included', async () => {
    await using bed = await Testbed.create()
    await withEvents(bed, 2)
    const Keys = [0, 1, 2].map((timestamp) => ({ object: 'workout', timestamp }))
    const { ConsumedCapacity, Responses } = await bed.client.send(
      new BatchGetCommand({
        RequestItems: { [bed.table]: { Keys } },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    assert.equal(Responses?.[bed.table]?.length, 2)
    assert.deepEqual(ConsumedCapacity, [{ TableName: bed.table, CapacityUnits: 1.5 }])
  })

  it('is charged afterwards, and throttled once nothing is left', async () => {
    let now = 0
    await using bed = await Testbed.create({
      units: { table: { read: 1 } },
      burstSeconds: 1,
      clock: () => now,
    })
    await withEvents(bed, 6)
    assert.equal((await query(bed, { ConsistentRead: true })).Count, 6)
    now = 2_000
    await assert.rejects(query(bed), THROTTLED)
    assert.equal(bed.aws.counts.throttledReads, 1)
    assert.equal((await query(bed, { IndexName: 'feed' })).Count, 6)
    now = 2_001
    assert.equal((await query(bed)).Count, 6)
    assert.deepEqual(
      [...bed.aws.counts.unitsBySecond('read', bed.table)],
      [
        [0, 3],
        [2, 1.5],
      ],
    )
  })
})
