import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { FEED_ATTRIBUTES } from '../item/item.ts'

/** The index that lists the events of a prefix in time order. */
export const FEED_INDEX = 'feed'

/** The attribute by which DynamoDB expires items. */
export const EXPIRY_ATTRIBUTE = 'expires'

/** The always-free 25 write and 25 read units, split: an index takes none of its table's. */
export const TABLE_UNITS = { write: 13, read: 12 } as const
export const FEED_UNITS = { write: 12, read: 13 } as const

export type Billing = 'provisioned' | 'on-demand'

export function tableDefinition(table: string, billing: Billing): CreateTableCommandInput {
  return {
    TableName: table,
    KeySchema: [
      { AttributeName: 'object', KeyType: 'HASH' },
      { AttributeName: 'timestamp', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'object', AttributeType: 'S' },
      { AttributeName: 'timestamp', AttributeType: 'N' },
      { AttributeName: 'prefix', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: FEED_INDEX,
        KeySchema: [
          { AttributeName: 'prefix', KeyType: 'HASH' },
          { AttributeName: 'timestamp', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...FEED_ATTRIBUTES] },
        ...capacity(billing, FEED_UNITS),
      },
    ],
    BillingMode: billing === 'on-demand' ? 'PAY_PER_REQUEST' : 'PROVISIONED',
    ...capacity(billing, TABLE_UNITS),
  }
}

function capacity(
  billing: Billing,
  { write, read }: { readonly write: number; readonly read: number },
): Pick<CreateTableCommandInput, 'ProvisionedThroughput'> {
  if (billing === 'on-demand') return {}
  return { ProvisionedThroughput: { WriteCapacityUnits: write, ReadCapacityUnits: read } }
}
