import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { TableDescription } from '@aws-sdk/client-dynamodb'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { TableLocation } from './client.ts'
import { documentClient, tableName } from './client.ts'
import type { Expiry } from './expiry.ts'
import { enableExpiry } from './expiry.ts'
import type { Billing } from './schema.ts'
import { FEED_INDEX, tableDefinition } from './schema.ts'
import { serviceError } from './service-error.ts'

const POLL_MS = 500
const PATIENCE_MS = 120_000

export interface CreateTableOptions extends TableLocation {
  /**
   * `provisioned` (the default) stays inside the always-free 25 write and 25 read units;
   * `on-demand` is paid for by the request.
   */
  readonly billing?: Billing
}

export interface CreatedTable {
  readonly table: string
  /** False where the table was there already. */
  readonly created: boolean
  /** Whether DynamoDB removes expired items; some stand-ins for DynamoDB cannot. */
  readonly expiry: Exclude<Expiry, 'disabled'>
}

/**
 * Creates the table with its index and its expiry, and waits until it can be used. What is there
 * already is left as it is, so this may run at every start.
 *
 * @throws StacktaleError `table-mismatch` where a table of that name has other keys, or one of the
 * codes of a service failure, such as `access-denied`
 * @example
 * ```ts
 * await createTable({ table: 'stacktale', region: 'eu-central-1' })
 * ```
 */
export async function createTable(options: CreateTableOptions = {}): Promise<CreatedTable> {
  const table = tableName(options)
  try {
    const client = await documentClient(options)
    const created = await create(client, table, options.billing ?? 'provisioned')
    await waitUntilActive(client, table)
    return { table, created, expiry: await enableExpiry(client, table) }
  } catch (error) {
    throw serviceError(error, options)
  }
}

async function create(
  client: DynamoDBDocumentClient,
  table: string,
  billing: Billing,
): Promise<boolean> {
  const { CreateTableCommand } = await import('@aws-sdk/client-dynamodb')
  try {
    await client.send(new CreateTableCommand(tableDefinition(table, billing)))
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceInUseException') return false
    throw error
  }
}

async function waitUntilActive(client: DynamoDBDocumentClient, table: string): Promise<void> {
  const { DescribeTableCommand } = await import('@aws-sdk/client-dynamodb')
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
    checkKeys(Table, table)
    const feed = Table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === FEED_INDEX)
    if (Table?.TableStatus === 'ACTIVE' && feed?.IndexStatus === 'ACTIVE') return
    if (Date.now() > deadline) {
      throw new StacktaleError(
        'timed-out',
        `The table "${table}" is still being made after ${PATIENCE_MS / 1000} s. Run this again later: it goes on from there.`,
      )
    }
    await wait(POLL_MS)
  }
}

function checkKeys(description: TableDescription | undefined, table: string): void {
  const keys = description?.KeySchema?.map(({ AttributeName }) => AttributeName).join(' ')
  const feed = description?.GlobalSecondaryIndexes?.find(
    ({ IndexName }) => IndexName === FEED_INDEX,
  )
  if (keys === 'object timestamp' && feed !== undefined) return
  throw new StacktaleError(
    'table-mismatch',
    `There is a table "${table}" that stacktale did not make: it has the keys "${keys ?? ''}" and ${feed ? 'an' : 'no'} index "${FEED_INDEX}", where "object timestamp" and such an index were expected. Choose another name.`,
  )
}
