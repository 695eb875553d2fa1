import assert from 'node:assert/strict'
import { endOf, fixture } from '../../engine/delivery/faults/ended-process.ts'
import { almostFull } from '../../engine/limits/almost-full.ts'
import { withRecordingAws } from '../../engine/table/recording-aws.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { runCli } from './run-cli.ts'

describe('stacktale cost', () => {
  let place: TestTable

  before(async () => {
    place = await tableForTest()
    await endOf(place, [fixture('count-events'), 'flush', 'run', '300', '{"exitTimeoutMs":120000}'])
  })

  it('says what is used, what is left, and what it would cost elsewhere', async () => {
    const { code, stdout, stderr } = await runCli(['cost'], { place })
    assert.equal(code, 0)
    assert.match(stdout, /^\$0 a month\n/)
    for (const words of [
      /^Storage +[#.]{24} {2}[\d.]+ KB of 25 GB$/m,
      /^Write units a second +[#.]{24} {2}[\d.]+ at peak of 25$/m,
      /^Read units a second +/m,
      /^Left this month +[\d.]+ [mb]illion lines$/m,
      /^The account +\d+ write and \d+ read units in \d+ provisioned tables? of this region/m,
      /^stacktale +\$0 +no burrito +30 days +2026-11$/m,
      /^Splunk +\$150\.00 +20 burritos +90 days/m,
    ]) {
      assert.match(stdout, words)
    }
    assert.ok(stdout.split('\n').every((row) => row.length <= 108))
    assert.match(stderr, /^For [\d.]+ read units\.\n$/)
  })

  it('says the same as JSON, where what is not known and what never comes is null', async () => {
    const { stdout } = await runCli(['cost', '--json'], { place })
    const said = JSON.parse(stdout)
    assert.deepEqual(Object.keys(said).toSorted(), [
      'account',
      'assumed',
      'at',
      'billing',
      'counted',
      'dollars',
      'elsewhere',
      'left',
      'month',
      'near',
      'readUnits',
      'reads',
      'retention',
      'storage',
      'table',
      'writes',
    ])
    assert.equal(said.table, place.table)
    assert.equal(said.counted.events, 300)
    // The embedded DynamoDB removes nothing.
    assert.deepEqual(said.retention, { days: 30, isOn: false })
    assert.equal(said.storage.levelsOffAtBytes, null)
    assert.deepEqual(said.reads, { provisioned: 25, free: 25 })
    assert.deepEqual(said.assumed, { burritoDollars: 7.4, rawBytesALine: 250 })
    assert.equal(said.elsewhere.length, 5)
    assert.deepEqual(said.near, [])
  })

  it('has nothing to go by in an empty table, and says so', async () => {
    const { code, stdout } = await runCli(['cost'], { place: await tableForTest() })
    assert.equal(code, 0)
    assert.match(stdout, /Nothing was counted in the last days, so there is no rate to go by\./)
    assert.match(stdout, /0 bytes of 25 GB/)
  })

  it('warns of a limit that is near, and says what to do', async () => {
    await almostFull(place, async (endpoint) => {
      const { stdout, stderr } = await runCli(['cost', '--json'], { place: { ...place, endpoint } })
      const { near, storage } = JSON.parse(stdout)
      assert.equal(storage.source, 'reported')
      assert.deepEqual(
        near.map(({ limit }: { limit: string }) => limit),
        ['storage'],
      )
      assert.match(stderr, /^Storage is at 84 % of the 25 GB that are free\. Keep events/)
    })
  })

  it('says what it can where it may neither describe the table nor look at the account', async () => {
    await withRecordingAws(
      ({ operation }) =>
        operation === 'Query'
          ? { status: 200, body: { Items: [], ConsumedCapacity: { CapacityUnits: 0.5 } } }
          : { status: 400, body: { __type: 'com.amazonaws#AccessDeniedException' } },
      async (endpoint) => {
        const { code, stdout, stderr } = await runCli(['cost', '--json'], {
          place: { ...place, endpoint },
        })
        assert.equal(code, 0)
        const { account, billing, writes, storage, readUnits } = JSON.parse(stdout)
        assert.deepEqual(
          [account, billing, writes.provisioned, storage.source, readUnits],
          [null, null, null, 'unknown', 4],
        )
        assert.match(stderr, /may not be described \(dynamodb:DescribeTable/)
        assert.match(stderr, /For 4 read units\./)
      },
    )
  })

  it('fails where there is no table', async () => {
    const { code, stderr } = await runCli(['cost', '--table', 'nowhere'], { place })
    assert.equal(code, 1)
    assert.match(stderr, /^stacktale \[table-missing\]/)
  })
})
