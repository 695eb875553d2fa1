import type { ProvisionedThroughputDescription, TableDescription } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { TableLocation } from './client.ts'
import { documentClient, tableName } from './client.ts'
import type { Expiry } from './expiry.ts'
import { expiryOf } from './expiry.ts'
import type { Billing } from './schema.ts'
import { FEED_INDEX } from './schema.ts'
import { serviceError } from './service-error.ts'

/** Provisioned units a second. */
export interface Units {
  readonly read: number
  readonly write: number
}

/** What AWS reports of a table or of an index; it counts items and bytes anew about every six hours. */
export interface Part {
  /** Such as `ACTIVE` or `CREATING`. */
  readonly state: string
  /** The names of the partition key and the sort key. */
  readonly keys: readonly string[]
  readonly items: number
  readonly bytes: number
  /** Absent where it is paid for by the request. */
  readonly units?: Units
}

export interface TableStatus extends Part {
  readonly table: string
  readonly billing: Billing
  /** Whether DynamoDB removes expired items; some stand-ins for DynamoDB cannot. */
  readonly expiry: Expiry
  /** The index that lists the events of a prefix, if there is one. */
  readonly feed?: Part & { readonly attributes: readonly string[] }
}

/** The same without its expiry, which is told apart. */
export type TableDescribed = Omit<TableStatus, 'expiry'>

/**
 * What AWS reports of the table, which costs nothing.
 *
 * @returns undefined where there is no such table
 * @throws StacktaleError one of the codes of a service failure, such as `access-denied`
 */
export async function tableStatus(location: TableLocation = {}): Promise<TableStatus | undefined> {
  return await asked(location, async (client) => {
    const described = await describe(client, tableName(location))
    return described && { ...described, expiry: await expiryOf(client, described.table) }
  })
}

/** The same by a single question, without the table's expiry. */
export async function tableDescribed(location: TableLocation): Promise<TableDescribed | undefined> {
  return await asked(location, async (client) => await describe(client, tableName(location)))
}

async function asked<Answer>(
  location: TableLocation,
  ask: (client: DynamoDBDocumentClient) => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask(await documentClient(location))
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined
    throw serviceError(error, location)
  }
}

async function describe(
  client: DynamoDBDocumentClient,
  table: string,
): Promise<TableDescribed | undefined> {
  const { DescribeTableCommand } = await import('@aws-sdk/client-dynamodb')
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
  return Table && { table, ...statusOf(Table) }
}

function statusOf(table: TableDescription): Omit<TableDescribed, 'table'> {
  const feed = table.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === FEED_INDEX)
  const isOnDemand = table.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST'
  return {
    state: table.TableStatus ?? 'UNKNOWN',
    keys: keysOf(table),
    items: table.ItemCount ?? 0,
    bytes: table.TableSizeBytes ?? 0,
    billing: isOnDemand ? 'on-demand' : 'provisioned',
    ...(!isOnDemand && { units: unitsOf(table.ProvisionedThroughput) }),
    ...(feed !== undefined && {
      feed: {
        state: feed.IndexStatus ?? 'UNKNOWN',
        keys: keysOf(feed),
        items: feed.ItemCount ?? 0,
        bytes: feed.IndexSizeBytes ?? 0,
        attributes: feed.Projection?.NonKeyAttributes ?? [],
        ...(!isOnDemand && { units: unitsOf(feed.ProvisionedThroughput) }),
      },
    }),
  }
}

function keysOf({ KeySchema = [] }: Pick<TableDescription, 'KeySchema'>): readonly string[] {
  return KeySchema.flatMap(({ AttributeName }) => AttributeName ?? [])
}

function unitsOf(throughput: ProvisionedThroughputDescription | undefined): Units {
  return {
    read: throughput?.ReadCapacityUnits ?? 0,
    write: throughput?.WriteCapacityUnits ?? 0,
  }
}
