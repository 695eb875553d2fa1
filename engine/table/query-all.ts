import type { Attributes } from '../item/decode-event.ts'
import type { PartitionPage } from './partition.ts'
import type { Query } from './query.ts'
import { unitsOf } from './read-units.ts'

export interface Read {
  readonly items: readonly Attributes[]
  readonly readUnits: number
}

/** Every item of one partition of the table, in the order of its sort key. */
export async function queryAll(ask: Query, table: string, partition: string): Promise<Read> {
  const items: Attributes[] = []
  let readUnits = 0
  let start: PartitionPage['next']
  do {
    const {
      Items = [],
      ConsumedCapacity,
      LastEvaluatedKey,
    } = await ask({
      TableName: table,
      KeyConditionExpression: '#object = :object',
      ExpressionAttributeNames: { '#object': 'object' },
      ExpressionAttributeValues: { ':object': partition },
      ReturnConsumedCapacity: 'TOTAL',
      ExclusiveStartKey: start,
    })
    items.push(...Items)
    readUnits += unitsOf(ConsumedCapacity)
    start = LastEvaluatedKey
  } while (start !== undefined)
  return { items, readUnits }
}
