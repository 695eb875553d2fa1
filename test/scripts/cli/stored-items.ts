import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import type { TestTable } from '../../engine/table/table-for-test.ts'

export type RawItem = Readonly<Record<string, AttributeValue>>

/** Everything that is in a table, as DynamoDB says it, in the order of the keys. */
export async function storedItems({ table, ...place }: TestTable): Promise<readonly RawItem[]> {
  const client = new DynamoDBClient(place)
  const items: RawItem[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
    items.push(...Items)
  }
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** An item's key as a text. */
export function keyOf({ object, timestamp }: RawItem): string {
  return `${object?.S ?? ''} ${timestamp?.N ?? ''}`
}
