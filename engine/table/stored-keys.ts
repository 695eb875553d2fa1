import { partCountOf } from '../item/decode-event.ts'
import { numberText } from '../item/number-text.ts'
import { checkKey } from '../item/object-key.ts'
import type { TableLocation } from './client.ts'
import { documentClient, tableName } from './client.ts'
import { unitsOf } from './read-units.ts'
import { serviceError } from './service-error.ts'

/** An event's place in the table. */
export interface StoredKey {
  readonly timestamp: string
  /** How many further items hold its story. */
  readonly parts: number
}

export interface StoredKeys {
  /** Oldest first. */
  readonly keys: readonly StoredKey[]
  readonly readUnits: number
}

/**
 * The keys of everything that is stored of an object, the expired too that DynamoDB has not removed yet.
 *
 * @param object the object's key, such as `workout_42`
 * @throws StacktaleError `key-invalid`, or one of the codes of a service failure
 */
export async function storedKeys(location: TableLocation, object: string): Promise<StoredKeys> {
  checkKey(object)
  const table = tableName(location)
  try {
    const client = await documentClient(location)
    const { paginateQuery } = await import('@aws-sdk/lib-dynamodb')
    const keys: StoredKey[] = []
    let readUnits = 0
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: '#object = :object',
        ProjectionExpression: '#timestamp, #parts',
        ExpressionAttributeNames: {
          '#object': 'object',
          '#timestamp': 'timestamp',
          '#parts': 'parts',
        },
        ExpressionAttributeValues: { ':object': object },
        // What was stored a moment ago must not be overlooked.
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      },
    )
    for await (const { Items = [], ConsumedCapacity } of pages) {
      for (const item of Items) {
        keys.push({
          timestamp: numberText(item['timestamp']) ?? '0',
          parts: partCountOf(item),
        })
      }
      readUnits += unitsOf(ConsumedCapacity)
    }
    return { keys, readUnits }
  } catch (error) {
    throw serviceError(error, location)
  }
}
