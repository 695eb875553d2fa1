import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import type { TestTable } from '../table/table-for-test.ts'

/** The keys of all items in a table of which the partition key begins so: both parts, with a blank between. */
export async function storedKeys(
  { table, region, endpoint }: TestTable,
  begin: string,
): Promise<readonly string[]> {
  const client = new DynamoDBClient({ region, endpoint })
  const keys: string[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
    for (const { object, timestamp } of Items) {
      const key = object?.S ?? ''
      if (key.startsWith(begin)) keys.push(`${key} ${timestamp?.N ?? ''}`)
    }
  }
  client.destroy()
  return keys.toSorted()
}
