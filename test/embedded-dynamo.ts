import { startEmbeddedDynamo } from '../scripts/embedded/embedded-dynamo.ts'
import type { AwsStandIn } from '../scripts/aws-stand-in/aws-stand-in.ts'
import { startAwsStandIn } from '../scripts/aws-stand-in/aws-stand-in.ts'
import type { EmbeddedDynamo } from '../scripts/embedded/embedded-dynamo.ts'
import { atEndOfTests } from './mocha/at-end-of-tests.ts'

let shared: Promise<EmbeddedDynamo> | undefined
let standIn: Promise<AwsStandIn> | undefined
let tables = 0

/** The credentials that any local endpoint accepts. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' } as const

/**
 * The address of the DynamoDB that tests share: one in memory, started by the first test that asks.
 * Where `AWS_ENDPOINT_URL_DYNAMODB` was set when the tests began, that one. With `STACKTALE_STAND_IN`
 * set, the stand-in for AWS is in front of it.
 */
export async function embeddedEndpoint(): Promise<string> {
  const given = process.env['AWS_ENDPOINT_URL_DYNAMODB']
  if (given !== undefined && given !== '') return given
  shared ??= startEmbeddedDynamo()
  const { endpoint } = await shared
  if (!process.env['STACKTALE_STAND_IN']) return endpoint
  standIn ??= startAwsStandIn({ endpoint })
  return (await standIn).endpoint
}

/** A table name that no other test uses. */
export function uniqueTable(): string {
  tables += 1
  return `test-${process.pid}-${Date.now().toString(36)}-${tables}`
}

atEndOfTests(async () => {
  await (await standIn)?.stop()
  await (await shared)?.stop()
})
