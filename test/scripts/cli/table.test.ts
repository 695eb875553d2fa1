import assert from 'node:assert/strict'
import { uniqueTable } from '../../embedded-dynamo.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { runCli } from './run-cli.ts'

describe('stacktale table', () => {
  let place: TestTable

  before(async () => {
    place = await tableForTest()
  })

  it('creates a table, and leaves one that is there as it is', async () => {
    const table = uniqueTable()
    const first = await runCli(['table', 'create', '--table', table], { place })
    assert.match(first.stdout, new RegExp(`^The table ${table} is created; `))
    assert.equal(first.code, 0)
    const again = await runCli(['table', 'create', '--table', table, '--json'], { place })
    const { account, ...made } = JSON.parse(again.stdout)
    assert.deepEqual(made, { table, created: false, expiry: 'unsupported' })
    assert.ok(account.tables >= 1)
  })

  it('says how a table is', async () => {
    const { code, stdout } = await runCli(['table', 'status'], { place })
    assert.match(stdout, new RegExp(`^table +${place.table}, active$`, 'm'))
    assert.match(stdout, /^capacity +13 write units and 12 read units a second$/m)
    assert.match(stdout, /^index +feed, active$/m)
    assert.match(stdout, /^ +12 write units and 13 read units a second$/m)
    assert.equal(code, 0)
  })

  it('says it as JSON, for a table that is paid for by the request too', async () => {
    const table = uniqueTable()
    await runCli(['table', 'create', '--table', table, '--billing', 'on-demand'], { place })
    const { stdout } = await runCli(['table', 'status', '--json', '--table', table], { place })
    const { state, billing, units, feed } = JSON.parse(stdout)
    assert.deepEqual(
      { state, billing, units },
      { state: 'ACTIVE', billing: 'on-demand', units: undefined },
    )
    assert.deepEqual(feed.keys, ['prefix', 'timestamp'])
  })

  it('says that there is none, and how to create it', async () => {
    const { code, stdout, stderr } = await runCli(['table', 'status', '--table', 'none-there'], {
      place,
    })
    assert.equal(stdout, '')
    assert.match(
      stderr,
      /^stacktale \[table-missing\]: .* stacktale table create --table none-there\n$/,
    )
    assert.equal(code, 1)
  })
})
