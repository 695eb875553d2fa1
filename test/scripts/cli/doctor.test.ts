import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { tableDefinition } from '../../../engine/table/schema.ts'
import { uniqueTable } from '../../embedded-dynamo.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { portOf } from './port-of.ts'
import type { CliSurroundings } from './run-cli.ts'
import { runCli } from './run-cli.ts'

interface Found {
  readonly check: string
  readonly ok: boolean
  readonly says: string
  readonly mend?: string
}

const NO_FILES = {
  AWS_PROFILE: undefined,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
}

describe('stacktale doctor', () => {
  let place: TestTable

  before(async () => {
    place = await tableForTest()
  })

  /** What is wrong; the exit code has to say the same. */
  async function wrongs(args: readonly string[], at: CliSurroundings): Promise<readonly Found[]> {
    const { code, stdout, stderr } = await runCli(['doctor', '--json', ...args], at)
    assert.equal(stderr, '')
    const found: readonly Found[] = stdout
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row))
    const wrong = found.filter(({ ok }) => !ok)
    assert.equal(code, wrong.length > 0 ? 1 : 0)
    return wrong
  }

  it('finds nothing wrong where nothing is', async () => {
    const { code, stdout } = await runCli(['doctor'], { place })
    const checks = stdout.split('\n').map((row) => row.split(/ +/, 2).join(' '))
    assert.deepEqual(checks, [
      'ok credentials',
      'ok region',
      'ok endpoint',
      'ok clock',
      'ok table',
      'ok keys',
      'ok index',
      'ok expiry',
      'ok capacity',
      '',
    ])
    assert.equal(code, 0)
  })

  it('says of the expiry what the status says', async () => {
    const wordsOf = async (command: readonly string[]): Promise<string> => {
      const { stdout } = await runCli(command, { place })
      return /expiry +([^:\n]+)/.exec(stdout)?.[1] ?? ''
    }
    const status = await wordsOf(['table', 'status'])
    assert.equal(status, 'disabled, expired events stay')
    assert.equal(await wordsOf(['doctor']), status)
  })

  it('misses the table, with the command that creates it, and that mends it', async () => {
    const table = uniqueTable()
    const [wrong, ...others] = await wrongs(['--table', table], { place })
    assert.deepEqual(others, [])
    assert.equal(wrong?.check, 'table')
    assert.equal(wrong.mend, `stacktale table create --table ${table}`)
    await runCli(wrong.mend.split(' ').slice(1), { place })
    assert.deepEqual(await wrongs(['--table', table], { place }), [])
  })

  it('misses the region', async () => {
    const env = { ...NO_FILES, AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined }
    const [wrong] = await wrongs([], { place, env })
    assert.equal(wrong?.check, 'region')
    assert.match(wrong.mend ?? '', /AWS_REGION=/)
  })

  it('misses the credentials', async () => {
    const env = { ...NO_FILES, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }
    const [wrong] = await wrongs([], { place, env })
    assert.equal(wrong?.check, 'credentials')
    assert.equal(wrong.mend, 'aws configure')
  })

  it('says that nothing answers', async () => {
    const [wrong, ...others] = await wrongs(['--endpoint', 'http://127.0.0.1:1'], { place })
    assert.deepEqual(others, [])
    assert.equal(wrong?.check, 'endpoint')
    assert.match(wrong.mend ?? '', /curl .*127\.0\.0\.1:1$/)
  })

  it('tells a table that something else made', async () => {
    const table = uniqueTable()
    await new DynamoDBClient(place).send(
      new CreateTableCommand({
        TableName: table,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    )
    const found = await wrongs(['--table', table], { place })
    assert.deepEqual(
      found.map(({ check }) => check),
      ['keys', 'index'],
    )
    assert.match(found[0]?.says ?? '', /They are id, where object, timestamp/)
  })

  it('tells a table that is outside of the free tier', async () => {
    const table = uniqueTable()
    const definition = tableDefinition(table, 'provisioned')
    await new DynamoDBClient(place).send(
      new CreateTableCommand({
        ...definition,
        ProvisionedThroughput: { WriteCapacityUnits: 14, ReadCapacityUnits: 12 },
      }),
    )
    const [wrong, ...others] = await wrongs(['--table', table], { place })
    assert.deepEqual(others, [])
    assert.equal(wrong?.check, 'capacity')
    assert.match(wrong.says, /^26 write and 25 read units of the 25 and 25/)
    assert.match(wrong.mend ?? '', new RegExp(`^aws dynamodb update-table --table-name ${table} `))
  })

  for (const [seconds, says] of [
    [-120, /This machine is (119|12\d) s ahead of/],
    [120, /This machine is (119|12\d) s behind/],
  ] as const) {
    it(`tells a clock that is ${-seconds} s off, from a refusal too`, async () => {
      const server = createServer((_request, response) => {
        response.setHeader('date', new Date(Date.now() + seconds * 1000).toUTCString())
        response.statusCode = 400
        response.end(
          JSON.stringify({ __type: 'com.amazon#InvalidSignatureException', message: 'no' }),
        )
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const found = await wrongs(['--endpoint', `http://127.0.0.1:${portOf(server)}`], { place })
      server.closeAllConnections()
      server.close()
      assert.deepEqual(
        found.map(({ check }) => check),
        ['clock', 'table'],
      )
      assert.match(found[0]?.says ?? '', says)
      assert.match(found[1]?.says ?? '', /credentials-rejected/)
    })
  }
})
