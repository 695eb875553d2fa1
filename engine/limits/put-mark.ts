import type { WarningItem } from '../item/item.ts'
import type { TableLocation } from '../table/client.ts'
import { documentClient, tableName } from '../table/client.ts'
import { serviceError } from '../table/service-error.ts'

/**
 * Puts a mark where there is none.
 *
 * @returns false where there was one
 * @throws StacktaleError what hindered it
 */
export async function putMark(location: TableLocation, item: WarningItem): Promise<boolean> {
  const table = tableName(location)
  try {
    const client = await documentClient(location)
    const { NumberValue, PutCommand } = await import('@aws-sdk/lib-dynamodb')
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { ...item, timestamp: NumberValue.from(item.timestamp) },
        ConditionExpression: 'attribute_not_exists(#object)',
        ExpressionAttributeNames: { '#object': 'object' },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
    throw serviceError(error, location)
  }
}
