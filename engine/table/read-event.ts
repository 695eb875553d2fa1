import type { Line } from '../event.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { Attributes } from '../item/decode-event.ts'
import { partCountOf, storyOf, summaryOf } from '../item/decode-event.ts'
import { partsKey } from '../item/item.ts'
import { isTimestamp, millisecondsOf, stepsWithin, timestampOfSteps } from '../item/timestamp.ts'
import { storyText } from '../story-text.ts'
import type { StoredEvent } from './event-page.ts'
import type { Query } from './query.ts'
import type { Read } from './query-all.ts'
import { queryAll } from './query-all.ts'
import { unitsOf } from './read-units.ts'

export interface EventAddress {
  readonly table: string
  readonly object: string
  readonly timestamp: string
  /** Seconds since the epoch: an event that expired before is as good as gone. */
  readonly nowSeconds: number
}

export async function readEvent(
  ask: Query,
  address: EventAddress,
): Promise<StoredEvent | undefined> {
  const { timestamp } = address
  if (!isTimestamp(timestamp)) {
    throw new StacktaleError(
      'time-invalid',
      `An event's timestamp is milliseconds since the epoch with up to 25 decimals, as a list shows it; this is ${JSON.stringify(timestamp)}.`,
    )
  }
  const { items, readUnits } = await readItem(ask, address)
  const item = items[0]
  if (item === undefined) return undefined
  const summary = summaryOf(item)
  if (summary.expires !== undefined && summary.expires <= address.nowSeconds) return undefined
  const parts = await readParts(ask, address.table, summary.timestamp, partCountOf(item))
  const story = decode(item, parts.items)
  return {
    ...summary,
    ...story,
    text: storyText(story.lines),
    readUnits: readUnits + parts.readUnits,
  }
}

/** Milliseconds alone stand for the first event within them. */
async function readItem(ask: Query, { table, object, timestamp }: EventAddress): Promise<Read> {
  const { NumberValue } = await import('@aws-sdk/lib-dynamodb')
  const within = stepsWithin(millisecondsOf(timestamp))
  const [first, last] = timestamp.includes('.')
    ? [timestamp, timestamp]
    : [timestampOfSteps(within.first), timestampOfSteps(within.last)]
  const { Items = [], ConsumedCapacity } = await ask({
    TableName: table,
    KeyConditionExpression: '#object = :object AND #timestamp BETWEEN :first AND :last',
    ExpressionAttributeNames: { '#object': 'object', '#timestamp': 'timestamp' },
    ExpressionAttributeValues: {
      ':object': object,
      ':first': NumberValue.from(first),
      ':last': NumberValue.from(last),
    },
    Limit: 1,
    ReturnConsumedCapacity: 'TOTAL',
  })
  return { items: Items, readUnits: unitsOf(ConsumedCapacity) }
}

async function readParts(
  ask: Query,
  table: string,
  timestamp: string,
  count: number,
): Promise<Read> {
  if (count === 0) return { items: [], readUnits: 0 }
  return await queryAll(ask, table, partsKey(timestamp))
}

function decode(
  item: Attributes,
  parts: readonly Attributes[],
): { readonly lines: readonly Line[]; readonly damage?: StacktaleError } {
  try {
    return { lines: storyOf(item, parts) }
  } catch (error) {
    if (error instanceof StacktaleError) return { lines: [], damage: error }
    throw error
  }
}
