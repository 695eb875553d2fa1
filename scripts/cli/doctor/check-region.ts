import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Finding } from './finding.ts'
import { fine, wrong } from './finding.ts'

export async function checkRegion(client: DynamoDBClient): Promise<Finding> {
  try {
    return fine('region', await client.config.region())
  } catch {
    return wrong('region', 'None is set.', 'export AWS_REGION=us-east-1')
  }
}
