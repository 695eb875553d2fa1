import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Attributes } from '../item/decode-event.ts'
import { unitsOf } from './read-units.ts'

export interface Read {
  readonly items: readonly Attributes[]
  readonly readUnits: number
}

/** Every item of one partition of the table, in the order of its sort key. */
export async function queryAll(
  client: DynamoDBDocumentClient,
  table: string,
  partition: string,
): Promise<Read> {
  const { paginateQuery } = await import('@aws-sdk/lib-dynamodb')
  const items: Attributes[] = []
  let readUnits = 0
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: '#object = :object',
      ExpressionAttributeNames: { '#object': 'object' },
      ExpressionAttributeValues: { ':object': partition },
      ReturnConsumedCapacity: 'TOTAL',
    },
  )
  for await (const { Items = [], ConsumedCapacity } of pages) {
    items.push(...Items)
    readUnits += unitsOf(ConsumedCapacity)
  }
  return { items, readUnits }
}
