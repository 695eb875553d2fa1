import assert from 'node:assert/strict'
import type { EmbeddedDynamo } from '../../../scripts/embedded/embedded-dynamo.ts'
import { startEmbeddedDynamo } from '../../../scripts/embedded/embedded-dynamo.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { withRecordingAws } from '../../engine/table/recording-aws.ts'
import { runCli } from './run-cli.ts'

const FREE = { write: 25, read: 25 }

describe('stacktale table create, in an account with other tables', () => {
  let database: EmbeddedDynamo
  let place: TestTable

  beforeEach(async () => {
    database = await startEmbeddedDynamo()
    place = { table: 'first', region: 'us-east-1', endpoint: database.endpoint }
  })
  afterEach(async () => await database.stop())

  const create = async (...args: readonly string[]): ReturnType<typeof runCli> =>
    await runCli(['table', 'create', ...args], { place })

  it('says nothing of a table that stays within the free units, alone or beside others on demand', async () => {
    assert.equal((await create('--table', 'other', '--billing', 'on-demand')).stderr, '')
    assert.equal((await create()).stderr, '')
    const { stdout, stderr } = await create('--json')
    assert.deepEqual(JSON.parse(stdout).account, {
      tables: 1,
      units: FREE,
      free: FREE,
      isComplete: true,
      dollarsAMonth: 0,
    })
    assert.equal(stderr, '')
  })

  it('says that the free units are passed, by how much, what that costs and what to do', async () => {
    await create()
    const { code, stdout, stderr } = await create('--table', 'second')
    assert.equal(code, 0)
    assert.match(stdout, /^The table second is created; /)
    assert.equal(
      stderr,
      'With this one, 2 tables have 50 write and 50 read units in this account and region, of which 25 and 25 are free. The others cost about $14.24 a month at the prices of us-east-1. To pay nothing, give other tables fewer units; --billing on-demand is paid for by the request.\n',
    )
  })

  it('says it as JSON too, and counts a table that is there once', async () => {
    await create()
    await create('--table', 'second')
    const { stdout, stderr } = await create('--table', 'second', '--json')
    const { created, account } = JSON.parse(stdout)
    assert.equal(created, false)
    assert.deepEqual(account, {
      tables: 2,
      units: { write: 50, read: 50 },
      free: FREE,
      isComplete: true,
      dollarsAMonth: 14.24,
    })
    assert.match(stderr, /^With this one, 2 tables have 50 write/)
  })

  it('does not blame a table on demand, which takes no units', async () => {
    await create()
    await create('--table', 'second')
    const { stderr } = await create('--table', 'third', '--billing', 'on-demand')
    assert.equal(stderr, '')
  })

  it('goes on where the account may not be looked at, and says so', async () => {
    const description = {
      Table: {
        TableStatus: 'ACTIVE',
        KeySchema: [{ AttributeName: 'object' }, { AttributeName: 'timestamp' }],
        GlobalSecondaryIndexes: [{ IndexName: 'feed', IndexStatus: 'ACTIVE' }],
      },
    }
    await withRecordingAws(
      ({ operation }) =>
        operation === 'ListTables'
          ? { status: 400, body: { __type: 'com.amazonaws#AccessDeniedException' } }
          : { status: 200, body: description },
      async (endpoint) => {
        const { code, stdout, stderr } = await runCli(['table', 'create', '--json'], {
          place: { ...place, endpoint },
        })
        assert.equal(code, 0)
        assert.equal(JSON.parse(stdout).created, true)
        assert.match(stderr, /is not known: listing its tables \(dynamodb:ListTables\)/)
      },
    )
  })
})
