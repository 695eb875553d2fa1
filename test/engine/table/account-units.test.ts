import assert from 'node:assert/strict'
import { accountUnits } from '../../../engine/table/account-units.ts'
import { dollarsAMonth } from '../../../engine/table/free-tier.ts'
import { LOCAL_CREDENTIALS } from '../../embedded-dynamo.ts'
import { withRecordingAws } from './recording-aws.ts'

const region = 'us-east-1'
const MANY = 1_234

const units = (write: number, read: number): unknown => ({
  ProvisionedThroughput: { WriteCapacityUnits: write, ReadCapacityUnits: read },
})

describe("adding up the account's units", () => {
  before(() => {
    process.env['AWS_ACCESS_KEY_ID'] ??= LOCAL_CREDENTIALS.accessKeyId
    process.env['AWS_SECRET_ACCESS_KEY'] ??= LOCAL_CREDENTIALS.secretAccessKey
  })

  it('takes indexes too, and leaves out what takes nothing of the free units', async () => {
    const tables: Readonly<Record<string, object>> = {
      plain: { ...Object(units(5, 4)), GlobalSecondaryIndexes: [units(3, 2), units(1, 1)] },
      'on-demand': Object(units(0, 0)),
      rare: {
        ...Object(units(9, 9)),
        TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
      },
    }
    const found = await withRecordingAws(
      ({ operation, input }) => {
        if (operation === 'ListTables') {
          return { status: 200, body: { TableNames: Object.keys(tables) } }
        }
        const name = String(Object(input).TableName)
        return { status: 200, body: { Table: { TableName: name, ...tables[name] } } }
      },
      async (endpoint) => await accountUnits({ region, endpoint }),
    )
    assert.deepEqual([...found.byTable], [['plain', { write: 9, read: 7 }]])
    assert.equal(found.isComplete, true)
  })

  it('goes on without a table that may not be seen, and says that it is not all', async () => {
    const found = await withRecordingAws(
      ({ operation, input }) => {
        if (operation === 'ListTables') {
          return { status: 200, body: { TableNames: ['hidden', 'open'] } }
        }
        const name = String(Object(input).TableName)
        return name === 'hidden'
          ? { status: 400, body: { __type: 'com.amazonaws#AccessDeniedException' } }
          : { status: 200, body: { Table: { TableName: name, ...Object(units(1, 2)) } } }
      },
      async (endpoint) => await accountUnits({ region, endpoint }),
    )
    assert.deepEqual([...found.byTable], [['open', { write: 1, read: 2 }]])
    assert.equal(found.isComplete, false)
  })

  it('looks at a thousand tables at most, and tells how far it is', async () => {
    const names = Array.from({ length: MANY }, (_, index) => `table-${index}`)
    const told: number[] = []
    const { byTable, isComplete } = await withRecordingAws(
      ({ operation, input }) => {
        const { TableName, ExclusiveStartTableName } = Object(input)
        if (operation !== 'ListTables') {
          return { status: 200, body: { Table: { TableName, ...Object(units(1, 1)) } } }
        }
        const start = names.indexOf(ExclusiveStartTableName) + 1
        const page = names.slice(start, start + 100)
        const isMore = start + 100 < MANY
        return {
          status: 200,
          body: { TableNames: page, ...(isMore && { LastEvaluatedTableName: page.at(-1) }) },
        }
      },
      async (endpoint) =>
        await accountUnits({ region, endpoint, onLooked: (tables) => told.push(tables) }),
    )
    assert.equal(byTable.size, 1_000)
    assert.equal(isComplete, false)
    assert.equal(told.at(-1), 1_000)
  })

  it('knows what units beyond the free ones cost', () => {
    assert.equal(dollarsAMonth({ write: 25, read: 25 }), 0)
    assert.equal(dollarsAMonth({ write: 50, read: 50 }), 14.24)
    assert.equal(dollarsAMonth({ write: 26, read: 1 }), 0.47)
  })
})
