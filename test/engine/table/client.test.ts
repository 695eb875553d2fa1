import assert from 'node:assert/strict'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { configure, GenericLogger } from 'stacktale'
import { TableReader } from 'stacktale/table'
import { documentClient } from '../../../engine/table/client.ts'
import { tableForTest } from './table-for-test.ts'

describe('the client', () => {
  it('is made at the first use and shared by all who ask for the same place', async () => {
    const { region, endpoint } = await tableForTest()
    assert.equal(
      await documentClient({ region, endpoint }),
      await documentClient({ region, endpoint }),
    )
  })

  it('of the application’s own is used, and reads what it did before', async () => {
    const { table, region, endpoint } = await tableForTest()
    const client = new DynamoDBClient({ region, endpoint })
    const own = DynamoDBDocumentClient.from(client)
    configure({ table, client })
    try {
      const log = new GenericLogger({ id: 1 }, 'client')
      log.info('Through the client of the application')
      const receipt = await log.commit()
      const later = DynamoDBDocumentClient.from(client)
      const reader = new TableReader({ table, client })
      const [event] = (await reader.feed()).events
      assert.equal(event?.timestamp, receipt?.timestamp)
      const Item = { object: 'own_1', timestamp: 5, count: 7 }
      await own.send(new PutCommand({ TableName: table, Item }))
      const Key = { object: 'own_1', timestamp: 5 }
      for (const document of [own, later]) {
        assert.deepEqual(
          (await document.send(new GetCommand({ TableName: table, Key }))).Item,
          Item,
        )
      }
    } finally {
      configure({ table: undefined, client: undefined })
    }
  })
})
