import { setTimeout as wait } from 'node:timers/promises'
import { backoffMs } from '../backoff.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { sameKey } from '../item/same-key.ts'
import type { TableLocation } from './client.ts'
import { documentClient, tableName } from './client.ts'
import { unitsOf } from './read-units.ts'

/** An item's key in the table. */
export interface ItemKey {
  readonly object: string
  readonly timestamp: string
}

/** BatchWriteItem's bound. */
export const MOST_DELETED = 25

const MOST_TRIES = 8
const PAUSES = { firstMs: 500, mostMs: 10_000 } as const

/** Deletes an item, or nothing where it is gone already. @returns the write units it took */
export async function deleteItem(location: TableLocation, key: ItemKey): Promise<number> {
  const client = await documentClient(location)
  const { DeleteCommand, NumberValue } = await import('@aws-sdk/lib-dynamodb')
  const { ConsumedCapacity } = await client.send(
    new DeleteCommand({
      TableName: tableName(location),
      Key: { ...key, timestamp: NumberValue.from(key.timestamp) },
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  return unitsOf(ConsumedCapacity)
}

/**
 * Deletes up to 25 items, those again that the table did not take.
 *
 * @returns the write units it took
 * @throws StacktaleError `throttled` where the table goes on taking nothing
 */
export async function deleteItems(
  location: TableLocation,
  keys: readonly ItemKey[],
): Promise<number> {
  const client = await documentClient(location)
  const { BatchWriteCommand, NumberValue } = await import('@aws-sdk/lib-dynamodb')
  const table = tableName(location)
  let requests = keys.map(({ object, timestamp }) => ({
    DeleteRequest: { Key: { object, timestamp: NumberValue.from(timestamp) } },
  }))
  let writeUnits = 0
  for (let tries = 1; tries <= MOST_TRIES;) {
    const { UnprocessedItems = {}, ConsumedCapacity = [] } = await client.send(
      new BatchWriteCommand({
        RequestItems: { [table]: requests },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    writeUnits += ConsumedCapacity.reduce((sum, consumed) => sum + unitsOf(consumed), 0)
    const left = UnprocessedItems[table] ?? []
    if (left.length === 0) return writeUnits
    tries = left.length < requests.length ? 1 : tries + 1
    requests = requests.filter(({ DeleteRequest }) =>
      left.some((request) => isSame(request.DeleteRequest?.Key, DeleteRequest.Key)),
    )
    await wait(backoffMs(tries, PAUSES))
  }
  throw new StacktaleError(
    'throttled',
    `The table "${table}" is asked for more than its provisioned units a second.`,
  )
}

function isSame(
  left: Readonly<Record<string, unknown>> | undefined,
  key: { readonly object: string; readonly timestamp: { readonly value: string } },
): boolean {
  return sameKey(left, { object: key.object, timestamp: key.timestamp.value })
}
