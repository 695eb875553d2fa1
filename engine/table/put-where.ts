import type { CountsItem, WarningItem } from '../item/item.ts'
import type { TableLocation } from './client.ts'
import { documentClient, tableName } from './client.ts'
import { serviceError } from './service-error.ts'

/** What has to hold of the item that is there already, if any. */
export interface PutCondition {
  readonly expression: string
  readonly names: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, unknown>>
}

/**
 * Puts an item in the place of the one that is there, where a condition holds.
 *
 * @returns false where it does not hold, and nothing was put
 * @throws StacktaleError what hindered it
 */
export async function putWhere(
  location: TableLocation,
  item: CountsItem | WarningItem,
  { expression, names, values }: PutCondition,
): Promise<boolean> {
  try {
    const client = await documentClient(location)
    const { NumberValue, PutCommand } = await import('@aws-sdk/lib-dynamodb')
    await client.send(
      new PutCommand({
        TableName: tableName(location),
        Item: { ...item, timestamp: NumberValue.from(item.timestamp) },
        ConditionExpression: expression,
        ExpressionAttributeNames: names,
        ...(values !== undefined && { ExpressionAttributeValues: values }),
      }),
    )
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
    throw serviceError(error, location)
  }
}
