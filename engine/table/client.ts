import type { DynamoDBClient, DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** Where a table is and how to reach it. */
export interface TableLocation {
  /** Default: `STACKTALE_TABLE`, else `stacktale`. */
  readonly table?: string | undefined
  /** Default: AWS's own settings, such as `AWS_REGION`. */
  readonly region?: string | undefined
  /** Default: AWS's own settings, such as `AWS_ENDPOINT_URL_DYNAMODB`. */
  readonly endpoint?: string | undefined
  /** A client of the application's own, used in place of one made from region and endpoint. */
  readonly client?: DynamoDBClient | undefined
}

/** How long a request may take before it is given up. */
export const REQUEST_TIMEOUTS = {
  connectionTimeout: 2_000,
  requestTimeout: 5_000,
  throwOnRequestTimeout: true,
} as const

const shared = new Map<string, Promise<DynamoDBDocumentClient>>()
const wrapped = new WeakMap<DynamoDBClient, Promise<DynamoDBDocumentClient>>()

export const DEFAULT_TABLE = 'stacktale'

export function tableName({ table }: TableLocation): string {
  return table ?? (process.env['STACKTALE_TABLE'] || DEFAULT_TABLE)
}

/**
 * The client for a place: made, and the SDK loaded, on first use, then shared by all who ask for the
 * same place.
 */
export function documentClient({
  client,
  region,
  endpoint,
}: TableLocation): Promise<DynamoDBDocumentClient> {
  if (client !== undefined) {
    const known = wrapped.get(client) ?? wrap(client)
    wrapped.set(client, known)
    return known
  }
  const place = JSON.stringify([region, endpoint])
  const known = shared.get(place) ?? connect(region, endpoint)
  shared.set(place, known)
  known.catch(() => shared.delete(place))
  return known
}

async function connect(region?: string, endpoint?: string): Promise<DynamoDBDocumentClient> {
  const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb')
  const config: DynamoDBClientConfig = {
    maxAttempts: 1,
    requestHandler: REQUEST_TIMEOUTS,
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
  }
  const client = new DynamoDBClient(config)
  // It describes each request to a logger that is not there.
  client.middlewareStack.remove('loggerMiddleware')
  return await wrap(client)
}

/**
 * Sort keys have more digits than a JavaScript number holds, so numbers are read as text. A document
 * client writes its settings into the client it wraps: this one gets a configuration of its own, so
 * that neither changes what the application's own document clients read.
 */
async function wrap(client: DynamoDBClient): Promise<DynamoDBDocumentClient> {
  const { DynamoDBDocumentClient } = await import('@aws-sdk/lib-dynamodb')
  const own: DynamoDBClient = Object.create(client, { config: { value: { ...client.config } } })
  return DynamoDBDocumentClient.from(own, {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: true },
  })
}
