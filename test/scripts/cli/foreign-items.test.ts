import assert from 'node:assert/strict'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { runCli } from './run-cli.ts'

/** Sort keys that DynamoDB keeps, and no event has. */
const TIMESTAMPS = ['-1e125', '-1e20', '-1', '0', '1e-100', '0.5', '9e15', '1e20', '1e125'] as const
const OBJECT = 'foreign_1'
/** Those that lie in the time that a list shows. */
const LISTED = ['0', '1e-100', '0.5']

describe('the command line, with items that something else wrote', () => {
  let place: TestTable

  before(async () => {
    place = await tableForTest()
    const { table, ...location } = place
    const client = new DynamoDBClient(location)
    const items = [
      ...TIMESTAMPS.map((at) => ({
        object: { S: OBJECT },
        timestamp: { N: at },
        prefix: { S: 'foreign' },
        message: { S: `At ${at}` },
      })),
      { object: { S: '_prefixes' }, timestamp: { N: '1' }, name: { S: 'foreign' } },
    ]
    for (const Item of items) await client.send(new PutItemCommand({ TableName: table, Item }))
    client.destroy()
  })

  it('lists them', async () => {
    const { code, stdout, stderr } = await runCli(['list'], { place })
    assert.equal(code, 0, stderr)
    assert.equal(stdout.match(/^1970-01-01T00:00:00\.000Z .*foreign_1/gm)?.length, LISTED.length)
  })

  it('goes on after each of them', async () => {
    const pages: string[] = []
    let more: readonly string[] | undefined = []
    while (more !== undefined && pages.length < LISTED.length) {
      const args: readonly string[] = ['list', '--limit', '1', ...more]
      const { code, stdout, stderr } = await runCli(args, { place })
      assert.equal(code, 0, stderr)
      pages.push(stdout)
      const [, cursor] = /--cursor (\S+)/.exec(stderr) ?? []
      more = cursor === undefined ? undefined : ['--cursor', cursor]
    }
    assert.ok(pages.length >= 2)
    for (const page of pages.slice(0, 2)) assert.match(page, /foreign_1/)
  })

  for (const format of ['ndjson', 'csv', 'text']) {
    it(`exports as ${format} those that can be asked for, and names the other`, async () => {
      const { code, stdout, stderr } = await runCli(['export', '--format', format], { place })
      assert.match(stdout, /At 0\.5/)
      assert.match(stdout, /At 0\D/)
      assert.match(stderr, /stacktale \[time-invalid\]: foreign_1 0\.0{25,}1: /)
      assert.match(stderr, /Exported 2 events.*\n.*Left out 1 event that cannot be read/)
      assert.equal(code, 1)
    })
  }

  it('shows the newest', async () => {
    const { code, stdout, stderr } = await runCli(['show', OBJECT], { place })
    assert.equal(code, 0, stderr)
    assert.match(stdout, /At 0\.5/)
  })

  it('asks before all of them are erased, and erases them', async () => {
    const { code, stderr } = await runCli(['erase', OBJECT], { place, input: `${OBJECT}\n` })
    assert.match(
      stderr,
      /foreign_1 has 9 events .*, -271821-04-20T00:00:00\.000Z to \+275760-09-13T/,
    )
    assert.match(stderr, /Erased 9 events/)
    assert.equal(code, 0)
  })
})
