import assert from 'node:assert/strict'
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { createTable } from '../../../engine/table/create-table.ts'
import { documentClient } from '../../../engine/table/client.ts'
import { uniqueTable } from '../../embedded-dynamo.ts'
import { tableForTest } from './table-for-test.ts'

describe('creating the table', () => {
  it('leaves a table that is there as it is', async () => {
    const location = await tableForTest()
    const again = await createTable(location)
    assert.deepEqual(again, { table: location.table, created: false, expiry: 'unsupported' })
  })

  it('splits the 25 free units over the table and its feed', async () => {
    const location = await tableForTest()
    const client = await documentClient(location)
    const { Table } = await client.send(new DescribeTableCommand({ TableName: location.table }))
    const feed = Table?.GlobalSecondaryIndexes?.[0]
    assert.equal(feed?.IndexName, 'feed')
    const write = [
      Table?.ProvisionedThroughput?.WriteCapacityUnits,
      feed.ProvisionedThroughput?.WriteCapacityUnits,
    ]
    const read = [
      Table?.ProvisionedThroughput?.ReadCapacityUnits,
      feed.ProvisionedThroughput?.ReadCapacityUnits,
    ]
    assert.equal(Number(write[0]) + Number(write[1]), 25)
    assert.equal(Number(read[0]) + Number(read[1]), 25)
  })

  it('can be paid for by the request instead', async () => {
    const location = await tableForTest()
    const table = uniqueTable()
    await createTable({ ...location, table, billing: 'on-demand' })
    const client = await documentClient(location)
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
    assert.equal(Table?.BillingModeSummary?.BillingMode, 'PAY_PER_REQUEST')
  })

  it('refuses a table of that name which has other keys', async () => {
    const location = await tableForTest()
    const table = uniqueTable()
    const client = await documentClient(location)
    await client.send(
      new CreateTableCommand({
        TableName: table,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    )
    await assert.rejects(createTable({ ...location, table }), {
      code: 'table-mismatch',
      message: /"id".*no index "feed".*Choose another name/,
    })
  })
})
