import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { CATALOGUE } from '../../demo/workouts/exercises/catalogue.ts'
import { LOCAL_REGION } from '../../start/local-aws.ts'

const TABLE = 'exercises'
const BATCH = 25
const LONGEST_WAIT_SECONDS = 10

/** The demo's catalogue as a table: a partition for each component. */
export class ExerciseTable {
  readonly #client: DynamoDBDocumentClient

  constructor(endpoint: string) {
    const client = new DynamoDBClient({
      endpoint,
      region: LOCAL_REGION,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    this.#client = DynamoDBDocumentClient.from(client)
  }

  async create(): Promise<void> {
    await this.#client.send(
      new CreateTableCommand({
        TableName: TABLE,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'component', AttributeType: 'S' },
          { AttributeName: 'id', AttributeType: 'N' },
        ],
        KeySchema: [
          { AttributeName: 'component', KeyType: 'HASH' },
          { AttributeName: 'id', KeyType: 'RANGE' },
        ],
      }),
    )
    await waitUntilTableExists(
      { client: this.#client, minDelay: 0.05, maxDelay: 0.05, maxWaitTime: LONGEST_WAIT_SECONDS },
      { TableName: TABLE },
    )
    for (let from = 0; from < CATALOGUE.length; from += BATCH) {
      const requests = CATALOGUE.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }))
      await this.#client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }))
    }
  }

  /** The ids of a component's exercises; the whole of each is read. */
  async idsOf(component: string): Promise<ReadonlySet<unknown>> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: TABLE,
        KeyConditionExpression: 'component = :component',
        ExpressionAttributeValues: { ':component': component },
      }),
    )
    return new Set(Items.map((item) => Reflect.get(item, 'id')))
  }

  close(): void {
    this.#client.destroy()
  }
}
