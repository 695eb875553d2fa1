import type { TableDescription } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { TableLocation } from './client.ts'
import { documentClient } from './client.ts'
import { serviceError } from './service-error.ts'
import type { Units } from './table-status.ts'

const MOST_TABLES = 1_000
/** Tables that are asked about at a time. */
const TOGETHER = 10
/** The failures of a single table that leave the others to be counted. */
const LEFT_OUT = new Set(['AccessDeniedException', 'ResourceNotFoundException'])

export interface AccountUnitsOptions extends TableLocation {
  /** Told how many tables have been looked at so far. */
  readonly onLooked?: (tables: number) => void
}

export interface AccountUnits {
  /** The provisioned units a second of each table with its indexes, those without left out. */
  readonly byTable: ReadonlyMap<string, Units>
  /** Whether every table of the account and region was looked at: there may be too many, or some not to be seen. */
  readonly isComplete: boolean
}

/**
 * The provisioned units of the account's tables in a region, as far as they count against those that are
 * free: tables of the Standard class. It costs nothing.
 *
 * @throws StacktaleError one of the codes of a service failure, such as `access-denied`
 */
export async function accountUnits(options: AccountUnitsOptions = {}): Promise<AccountUnits> {
  try {
    const client = await documentClient(options)
    const { names, isComplete } = await tablesOf(client)
    const byTable = new Map<string, Units>()
    let seen = 0
    for (let looked = 0; looked < names.length; looked += TOGETHER) {
      const together = names.slice(looked, looked + TOGETHER)
      const tables = await Promise.all(together.map(async (name) => await describe(client, name)))
      for (const table of tables.filter((found) => found !== undefined)) {
        seen += 1
        const units = unitsOf(table)
        if (units.write + units.read > 0) byTable.set(table.TableName ?? '', units)
      }
      options.onLooked?.(looked + together.length)
    }
    return { byTable, isComplete: isComplete && seen === names.length }
  } catch (error) {
    throw serviceError(error, options)
  }
}

async function tablesOf(
  client: DynamoDBDocumentClient,
): Promise<{ readonly names: readonly string[]; readonly isComplete: boolean }> {
  const { ListTablesCommand } = await import('@aws-sdk/client-dynamodb')
  const names: string[] = []
  let last: string | undefined
  do {
    const { TableNames = [], LastEvaluatedTableName } = await client.send(
      new ListTablesCommand({ ExclusiveStartTableName: last }),
    )
    names.push(...TableNames)
    last = LastEvaluatedTableName
  } while (last !== undefined && names.length < MOST_TABLES)
  return { names: names.slice(0, MOST_TABLES), isComplete: last === undefined }
}

/** @returns undefined for a table that is gone by now, or that may not be seen */
async function describe(
  client: DynamoDBDocumentClient,
  table: string,
): Promise<TableDescription | undefined> {
  const { DescribeTableCommand } = await import('@aws-sdk/client-dynamodb')
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
    return Table
  } catch (error) {
    if (error instanceof Error && LEFT_OUT.has(error.name)) return undefined
    throw error
  }
}

function unitsOf(table: TableDescription): Units {
  const isFreeClass = table.TableClassSummary?.TableClass !== 'STANDARD_INFREQUENT_ACCESS'
  const parts = isFreeClass ? [table, ...(table.GlobalSecondaryIndexes ?? [])] : []
  return parts.reduce<Units>(
    ({ write, read }, { ProvisionedThroughput: units }) => ({
      write: write + (units?.WriteCapacityUnits ?? 0),
      read: read + (units?.ReadCapacityUnits ?? 0),
    }),
    { write: 0, read: 0 },
  )
}
