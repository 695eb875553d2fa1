import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { LOCAL_CREDENTIALS } from '../../embedded-dynamo.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { startAwsStandIn } from '../../../scripts/aws-stand-in/aws-stand-in.ts'
import type { AwsStandIn, AwsStandInOptions } from '../../../scripts/aws-stand-in/aws-stand-in.ts'

export interface Key {
  readonly object: string
  readonly timestamp: number
}

/** A table of its own, a stand-in before it, and a client of each. */
export class Testbed implements AsyncDisposable {
  readonly table: string
  readonly aws: AwsStandIn
  /** Through the stand-in. */
  readonly client: DynamoDBDocumentClient
  readonly #store: DynamoDBDocumentClient

  private constructor(table: string, aws: AwsStandIn, storeEndpoint: string) {
    this.table = table
    this.aws = aws
    this.client = clientOf(aws.endpoint)
    this.#store = clientOf(storeEndpoint)
  }

  static async create(options: Omit<AwsStandInOptions, 'endpoint'> = {}): Promise<Testbed> {
    const { table, endpoint } = await tableForTest()
    return new Testbed(table, await startAwsStandIn({ seed: 1, ...options, endpoint }), endpoint)
  }

  /** Whether the store has an item, whatever the stand-in says. */
  async isStored({ object, timestamp }: Key): Promise<boolean> {
    const { Item } = await this.#store.send(
      new GetCommand({ TableName: this.table, Key: { object, timestamp }, ConsistentRead: true }),
    )
    return Item !== undefined
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.client.destroy()
    this.#store.destroy()
    await this.aws.stop()
  }
}

/** An event's item, its message of as many bytes. */
export function eventItem(
  number: number,
  messageBytes = 10,
): Key & Readonly<Record<string, string | number>> {
  return {
    object: `workout_${number}`,
    timestamp: number,
    prefix: 'workout',
    level: 'info',
    title: 'Workout done',
    message: 'x'.repeat(messageBytes),
  }
}

function clientOf(endpoint: string): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: 'us-east-1',
      endpoint,
      credentials: LOCAL_CREDENTIALS,
      maxAttempts: 1,
    }),
  )
}
