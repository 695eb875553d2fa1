import type { CountsItem } from '../item/item.ts'
import type { TableLocation } from '../table/client.ts'
import { documentClient, tableName } from '../table/client.ts'
import { serviceError } from '../table/service-error.ts'

/**
 * Puts what one writer counted in a day in the place of what it put before. A put that was thought lost
 * may arrive after a later one: it must not win, so the table compares how many events each counts.
 *
 * @throws StacktaleError what hindered it
 */
export async function putCounts(location: TableLocation, item: CountsItem): Promise<void> {
  const table = tableName(location)
  try {
    const client = await documentClient(location)
    const { NumberValue, PutCommand } = await import('@aws-sdk/lib-dynamodb')
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { ...item, timestamp: NumberValue.from(item.timestamp) },
        ConditionExpression: 'attribute_not_exists(#events) OR #events < :events',
        ExpressionAttributeNames: { '#events': 'events' },
        ExpressionAttributeValues: { ':events': item.events },
      }),
    )
  } catch (error) {
    // The table has this state of the item, or a later one.
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return
    throw serviceError(error, location)
  }
}
