import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Attributes } from '../item/decode-event.ts'
import { FEED_ATTRIBUTES } from '../item/item.ts'
import type { Level } from '../level.ts'
import { LEVELS, levelsFrom } from '../level.ts'
import type { KeyRange } from './key-range.ts'
import type { Query } from './query.ts'
import { unitsOf } from './read-units.ts'
import { FEED_INDEX } from './schema.ts'

/** Events that lie together, in the order of their sort key. */
export type Partition =
  | { readonly kind: 'feed'; readonly prefix: string }
  | { readonly kind: 'object'; readonly object: string }

export interface PartitionQuery {
  readonly table: string
  readonly partition: Partition
  readonly range: KeyRange
  readonly level: Level | undefined
  readonly trace: string | undefined
  /** Seconds since the epoch: what expired before is as good as gone. */
  readonly nowSeconds: number
}

export interface PartitionPage {
  /** Newest first. */
  readonly items: readonly Attributes[]
  readonly readUnits: number
  /** How many items were looked at, wanted or not. */
  readonly looked: number
  /** Where reading goes on; undefined at the end of the partition. */
  readonly next: QueryCommandInput['ExclusiveStartKey']
}

type Expressions = Pick<
  QueryCommandInput,
  | 'FilterExpression'
  | 'ProjectionExpression'
  | 'ExpressionAttributeNames'
  | 'ExpressionAttributeValues'
>

const SHOWN = ['object', 'timestamp', 'prefix', ...FEED_ATTRIBUTES]

/** One request: the next `window` items of a partition, less those that the query does not want. */
export async function queryPartition(
  ask: Query,
  query: PartitionQuery,
  window: number,
  start: PartitionPage['next'],
): Promise<PartitionPage> {
  const { NumberValue } = await import('@aws-sdk/lib-dynamodb')
  const { range, partition } = query
  const expressions = expressionsOf(query)
  const {
    Items = [],
    ConsumedCapacity,
    LastEvaluatedKey,
    ScannedCount = 0,
  } = await ask({
    TableName: query.table,
    ...(partition.kind === 'feed' && { IndexName: FEED_INDEX }),
    KeyConditionExpression: '#partition = :partition AND #timestamp BETWEEN :first AND :last',
    ...expressions,
    ExpressionAttributeValues: {
      ...expressions.ExpressionAttributeValues,
      ':partition': partition.kind === 'feed' ? partition.prefix : partition.object,
      ':first': NumberValue.from(range.first),
      ':last': NumberValue.from(range.last),
    },
    ScanIndexForward: false,
    ReturnConsumedCapacity: 'TOTAL',
    Limit: window,
    ExclusiveStartKey: start,
  })
  return {
    items: Items,
    readUnits: unitsOf(ConsumedCapacity),
    looked: ScannedCount,
    next: LastEvaluatedKey,
  }
}

function expressionsOf({ partition, level, trace, nowSeconds }: PartitionQuery): Expressions {
  const levels = level === undefined || level === LEVELS[0] ? [] : levelsFrom(level)
  const levelNames = levels.map((_, index) => `:level${index}`)
  return {
    FilterExpression: [
      '(attribute_not_exists(#expires) OR #expires > :now)',
      ...(levels.length === 0 ? [] : [`#level IN (${levelNames.join(', ')})`]),
      ...(trace === undefined ? [] : ['#trace = :trace']),
    ].join(' AND '),
    ProjectionExpression: SHOWN.map((name) => `#${name}`).join(', '),
    ExpressionAttributeNames: {
      ...Object.fromEntries(SHOWN.map((name) => [`#${name}`, name])),
      '#partition': partition.kind === 'feed' ? 'prefix' : 'object',
    },
    ExpressionAttributeValues: {
      ':now': nowSeconds,
      ...(trace !== undefined && { ':trace': trace }),
      ...Object.fromEntries(levels.map((name, index) => [`:level${index}`, name])),
    },
  }
}
