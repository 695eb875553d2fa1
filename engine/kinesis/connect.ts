import type { KinesisClient, KinesisClientConfig } from '@aws-sdk/client-kinesis'
import { httpHandlers, kinesisSdk } from './kinesis-sdk.ts'

/** Where a stream is and how to reach it. */
export interface KinesisLocation {
  /** Default: AWS's own settings, such as `AWS_REGION`. */
  readonly region?: string | undefined
  /** Default: AWS's own settings, such as `AWS_ENDPOINT_URL_KINESIS`. */
  readonly endpoint?: string | undefined
  /** A client of the application's own, in place of one made from region and endpoint. */
  readonly client?: KinesisClient | undefined
}

const CONNECTION_TIMEOUT_MS = 2_000
const REQUEST_TIMEOUT_MS = 5_000

/**
 * The client for a place; the SDK is loaded now.
 *
 * @throws StacktaleError `option-invalid` where it is not installed
 */
export async function connect({
  region,
  endpoint,
  client,
}: KinesisLocation): Promise<KinesisClient> {
  if (client !== undefined) return client
  const { KinesisClient } = await kinesisSdk()
  const config: KinesisClientConfig = {
    maxAttempts: 1,
    requestHandler: isPlain(endpoint)
      ? await plainHandler()
      : { requestTimeout: REQUEST_TIMEOUT_MS },
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
  }
  const made = new KinesisClient(config)
  // It describes each request to a logger that is not there.
  made.middlewareStack.remove('loggerMiddleware')
  return made
}

/** An emulator without TLS does not speak HTTP/2, which is what the client speaks else. */
function isPlain(endpoint?: string): boolean {
  const { AWS_ENDPOINT_URL_KINESIS, AWS_ENDPOINT_URL } = process.env
  const address = endpoint ?? (AWS_ENDPOINT_URL_KINESIS || AWS_ENDPOINT_URL)
  return address?.startsWith('http:') === true
}

async function plainHandler(): Promise<NonNullable<KinesisClientConfig['requestHandler']>> {
  const { NodeHttpHandler } = await httpHandlers()
  return new NodeHttpHandler({
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true,
  })
}
