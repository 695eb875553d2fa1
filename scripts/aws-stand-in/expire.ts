import { EXPIRY_ATTRIBUTE } from '../../engine/table/schema.ts'
import type { Reply } from './reply.ts'
import type { Service } from './service.ts'
import type { TableShape } from './table-shapes.ts'
import { isObject, objectAt, objectsAt, parseObject, textAt } from './wire.ts'
import type { WireObject } from './wire.ts'

/** DynamoDB leaves alone what expired longer ago, taking it for a mistake. */
const LONGEST_PAST_SECONDS = 5 * 365 * 24 * 60 * 60

/**
 * Deletes what has expired, as DynamoDB does some time later: without taking units, and only where the
 * item is still the expired one.
 *
 * @returns how many items it deleted
 */
export async function expire(service: Service, table: string, nowSeconds: number): Promise<number> {
  const shape = await service.shapes.of(table)
  if (shape === undefined) throw new Error(`There is no table "${table}" to expire items of.`)
  let deleted = 0
  let start: unknown
  do {
    const page = outputOf(
      await service.backend.send('Scan', {
        TableName: table,
        ConsistentRead: true,
        ...(start !== undefined && { ExclusiveStartKey: start }),
      }),
    )
    for (const item of objectsAt(page, 'Items').filter((item) => isPast(item, nowSeconds))) {
      if (await deleteExpired(service, table, shape, item)) deleted += 1
    }
    start = isObject(page['LastEvaluatedKey']) ? page['LastEvaluatedKey'] : undefined
  } while (start !== undefined)
  return deleted
}

async function deleteExpired(
  { backend, stored }: Service,
  table: string,
  shape: TableShape,
  item: WireObject,
): Promise<boolean> {
  const reply = await backend.send('DeleteItem', {
    TableName: table,
    Key: Object.fromEntries(shape.keys.map((name) => [name, item[name]])),
    ConditionExpression: '#expiry = :expiry',
    ExpressionAttributeNames: { '#expiry': EXPIRY_ATTRIBUTE },
    ExpressionAttributeValues: { ':expiry': item[EXPIRY_ATTRIBUTE] },
  })
  if (reply.body.includes('#ConditionalCheckFailedException')) return false
  outputOf(reply)
  stored.forget(table, shape, item)
  return true
}

function isPast(item: WireObject, nowSeconds: number): boolean {
  const expires = Number(textAt(objectAt(item, EXPIRY_ATTRIBUTE), 'N') || Number.NaN)
  return expires < nowSeconds && expires >= nowSeconds - LONGEST_PAST_SECONDS
}

function outputOf({ status, body }: Reply): WireObject {
  if (status !== 200) throw new Error(`The store answered ${status}: ${body}`)
  return parseObject(body)
}
