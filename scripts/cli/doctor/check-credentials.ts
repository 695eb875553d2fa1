import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Finding } from './finding.ts'
import { fine, wrong } from './finding.ts'

/** Whether the SDK finds credentials, and whether they last. */
export async function checkCredentials(client: DynamoDBClient): Promise<Finding> {
  try {
    const { expiration } = await client.config.credentials()
    if (expiration !== undefined && expiration.getTime() <= Date.now()) {
      return wrong('credentials', `They expired at ${expiration.toISOString()}.`, 'aws sso login')
    }
    const until = expiration === undefined ? '' : `, until ${expiration.toISOString()}`
    return fine('credentials', `found${until}`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return wrong('credentials', `None were found (${reason}).`, 'aws configure')
  }
}
