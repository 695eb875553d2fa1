import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { EXPIRY_ATTRIBUTE } from './schema.ts'

/** Whether DynamoDB removes expired items; some stand-ins for DynamoDB cannot. */
export type Expiry = 'enabled' | 'disabled' | 'unsupported'

/** How the expiry of a table is. */
export async function expiryOf(client: DynamoDBDocumentClient, table: string): Promise<Expiry> {
  const { DescribeTimeToLiveCommand } = await import('@aws-sdk/client-dynamodb')
  return await ifSupported(async () => {
    const { TimeToLiveDescription: found } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: table }),
    )
    const isOn = found?.TimeToLiveStatus === 'ENABLED' || found?.TimeToLiveStatus === 'ENABLING'
    return isOn && found.AttributeName === EXPIRY_ATTRIBUTE ? 'enabled' : 'disabled'
  })
}

/** Switches the expiry of a table on where it is not. */
export async function enableExpiry(
  client: DynamoDBDocumentClient,
  table: string,
): Promise<Exclude<Expiry, 'disabled'>> {
  const expiry = await expiryOf(client, table)
  if (expiry !== 'disabled') return expiry
  const { UpdateTimeToLiveCommand } = await import('@aws-sdk/client-dynamodb')
  return await ifSupported(async () => {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: table,
        TimeToLiveSpecification: { AttributeName: EXPIRY_ATTRIBUTE, Enabled: true },
      }),
    )
    return 'enabled'
  })
}

async function ifSupported<Answer extends Expiry>(
  ask: () => Promise<Answer>,
): Promise<Answer | 'unsupported'> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && error.name === 'UnknownOperationException') return 'unsupported'
    throw error
  }
}
