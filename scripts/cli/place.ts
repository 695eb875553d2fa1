import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { TableLocation } from '../../engine/table/client.ts'
import { REQUEST_TIMEOUTS, tableName } from '../../engine/table/client.ts'
import { CommandError } from './command-error.ts'
import type { Given } from './given.ts'

const TRIES = 3
/** Long work outlasts a table that is asked for more than its units: the pauses between tries grow to 20 s. */
const PATIENT_TRIES = 10

/** Where the table is, always with its name and a client. */
export interface Place extends TableLocation {
  readonly table: string
  readonly client: DynamoDBClient
}

/** The table in force: what the options say, else the environment. @throws CommandError `usage` */
export async function placeOf(given: Given): Promise<Place> {
  return await placeTriedFor(given, TRIES)
}

/** The same for long work, which is throttled sooner or later and then has to wait. */
export async function patientPlaceOf(given: Given): Promise<Place> {
  return await placeTriedFor(given, PATIENT_TRIES)
}

async function placeTriedFor(given: Given, maxAttempts: number): Promise<Place> {
  const region = given.text('region')
  const endpoint = given.text('endpoint')
  if (region === '')
    throw new CommandError('usage', '--region must be a region, such as us-east-1.')
  if (endpoint !== undefined && !isAddress(endpoint)) {
    throw new CommandError(
      'usage',
      `--endpoint must be an address such as http://localhost:8000; it is ${JSON.stringify(endpoint)}.`,
    )
  }
  const table = nameOf(given)
  const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb')
  const client = new DynamoDBClient({
    maxAttempts,
    requestHandler: REQUEST_TIMEOUTS,
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
  })
  return { table, client, region, endpoint }
}

function nameOf(given: Given): string {
  const table = tableName({ table: given.text('table') })
  if (/^[\w.-]{3,255}$/.test(table)) return table
  throw new CommandError(
    'usage',
    `--table must be 3 to 255 letters, digits, "_", "-" or "."; it is ${JSON.stringify(table)}.`,
  )
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
