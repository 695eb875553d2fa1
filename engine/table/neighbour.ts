import { numberText } from '../item/number-text.ts'
import type { Query } from './query.ts'
import { unitsOf } from './read-units.ts'

/** By the time of commit. */
export type Direction = 'previous' | 'next'

/** An object's event before or after another. */
export interface Neighbour {
  /** Its timestamp; undefined where there is none. */
  readonly neighbour: string | undefined
  /** What finding it cost. */
  readonly readUnits: number
  /**
   * Where reading stopped after 25 read units, among events that have expired and that DynamoDB has not
   * removed yet: the timestamp up to which there is none, to go on from. Absent where all was looked at.
   */
  readonly searchedTo?: string
}

export interface NeighbourQuery {
  readonly table: string
  readonly object: string
  readonly timestamp: string
  readonly direction: Direction
  /** Seconds since the epoch: what expired before is as good as gone. */
  readonly nowSeconds: number
}

const FIRST_WINDOW = 1
const NEXT_WINDOW = 25
/** An object may have any number of events that have expired. */
const MOST_READ_UNITS = 25

export async function readNeighbour(
  ask: Query,
  { table, object, timestamp, direction, nowSeconds }: NeighbourQuery,
): Promise<Neighbour> {
  const { NumberValue } = await import('@aws-sdk/lib-dynamodb')
  let readUnits = 0
  let start: Record<string, unknown> | undefined
  let limit = FIRST_WINDOW
  do {
    const page = await ask({
      TableName: table,
      KeyConditionExpression: `#object = :object AND #timestamp ${direction === 'next' ? '>' : '<'} :timestamp`,
      FilterExpression: 'attribute_not_exists(#expires) OR #expires > :now',
      ProjectionExpression: '#timestamp',
      ExpressionAttributeNames: {
        '#object': 'object',
        '#timestamp': 'timestamp',
        '#expires': 'expires',
      },
      ExpressionAttributeValues: {
        ':object': object,
        ':timestamp': NumberValue.from(timestamp),
        ':now': nowSeconds,
      },
      ScanIndexForward: direction === 'next',
      Limit: limit,
      ExclusiveStartKey: start,
      ReturnConsumedCapacity: 'TOTAL',
    })
    readUnits += unitsOf(page.ConsumedCapacity)
    const [found] = page.Items ?? []
    if (found !== undefined) return { neighbour: numberText(found['timestamp']), readUnits }
    start = page.LastEvaluatedKey
    limit = NEXT_WINDOW
  } while (start !== undefined && readUnits < MOST_READ_UNITS)
  const searchedTo = numberText(start?.['timestamp'])
  return { neighbour: undefined, readUnits, ...(searchedTo !== undefined && { searchedTo }) }
}
