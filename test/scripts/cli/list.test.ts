import assert from 'node:assert/strict'
import { uniqueTable } from '../../embedded-dynamo.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { runCli } from './run-cli.ts'
import { ACTING, ESCAPE, eventOf, HOSTILE, store } from './stories.ts'

const DAY = Date.parse('2026-01-05T00:00:00Z')
const HOUR_MS = 3_600_000

describe('stacktale list', () => {
  let place: TestTable

  before(async () => {
    place = await tableForTest()
    await store(place, [
      eventOf({ at: DAY, lines: [{ text: 'First' }] }),
      eventOf({ at: DAY + HOUR_MS, lines: [{ text: 'Second', level: 'warn' }] }),
      eventOf({ object: 'billing_7', at: DAY + 2 * HOUR_MS, lines: [{ level: 'error' }] }),
      eventOf({ object: `hostile_${HOSTILE}`, at: DAY + 3 * HOUR_MS, lines: [{ text: HOSTILE }] }),
    ])
  })

  async function titles(...args: readonly string[]): Promise<readonly string[]> {
    const { code, stdout } = await runCli(['list', '--json', ...args], { place })
    assert.equal(code, 0)
    return stdout
      .split('\n')
      .slice(0, -1)
      .map((row) => String(JSON.parse(row).title))
  }

  it('shows the newest first, each in a row, and says what it cost', async () => {
    const { code, stdout, stderr } = await runCli(['list'], { place })
    const rows = stdout.split('\n').slice(0, -1)
    assert.equal(rows.length, 4)
    assert.match(rows[1] ?? '', /^2026-01-05T02:00:00\.000Z {2}error {2}billing_7 .*Starting$/)
    assert.match(
      rows[3] ?? '',
      /^2026-01-05T00:00:00\.000Z {2}info {3}workout_42 .* 1 line .*First$/,
    )
    assert.match(stderr, /^4 events, for [\d.]+ read units\.\n$/)
    assert.equal(code, 0)
  })

  it('filters as the viewer does', async () => {
    assert.deepEqual(await titles('--prefix', 'workout'), ['Second', 'First'])
    assert.deepEqual(await titles('--object', 'billing_7'), ['Starting'])
    assert.deepEqual(await titles('--level', 'warn'), ['Starting', 'Second'])
    assert.deepEqual(await titles('--to', '2026-01-05T00:00'), ['First'])
    assert.deepEqual(await titles('--from', '2026-01-05T01:00', '--prefix', 'workout'), ['Second'])
    assert.deepEqual(await titles('--range', '15m'), [])
  })

  it('goes on where the cursor of an earlier list says', async () => {
    const args = ['list', '--prefix', 'workout', '--limit', '1']
    const first = await runCli(args, { place })
    const [, cursor = ''] = /--cursor (\S+)/.exec(first.stderr) ?? []
    const second = await runCli([...args, '--cursor', cursor], { place })
    assert.match(first.stdout, /Second\n$/)
    assert.match(second.stdout, /First\n$/)
  })

  it('stops at a budget, and says how far it got and what going on costs', async () => {
    const args = ['list', '--prefix', 'workout', '--level', 'error', '--from', '2025-01-01']
    const whole = await runCli([...args, '--budget', '5'], { place })
    assert.match(whole.stderr, /^0 events, for [\d.]+ read units\.\n$/)
    const far = await tableForTest()
    await store(
      far,
      Array.from({ length: 200 }, (_, index) => eventOf({ at: DAY + index * HOUR_MS })),
    )
    const { code, stderr } = await runCli([...args, '--budget', '1'], { place: far })
    assert.match(
      stderr,
      /^0 events, for 1 read unit\. Searched back to 2026-01-\S+Z, not further\. Going on to the end costs about [\d,.]+ read units\. There may be more: --cursor \S+\n$/,
    )
    assert.equal(code, 0)
    const wrong = await runCli([...args, '--budget', 'all'], { place })
    assert.match(wrong.stderr, /^stacktale \[usage\]: --budget must be a whole number from 1 /)
  })

  it('lets no text act on the terminal, as JSON neither', async () => {
    for (const args of [['list'], ['list', '--json']]) {
      const { stdout } = await runCli(args, { place })
      assert.match(stdout, /=cmd/)
      assert.doesNotMatch(stdout, ACTING)
    }
    assert.equal((await titles())[0], HOSTILE)
  })

  it('is in colour where that is forced, and nowhere else but on a terminal', async () => {
    const plain = await runCli(['list'], { place })
    const forced = await runCli(['list'], { place, env: { FORCE_COLOR: '1' } })
    const none = await runCli(['list'], { place, env: { NO_COLOR: '1' } })
    assert.ok(!(plain.stdout + plain.stderr).includes(ESCAPE))
    assert.ok(forced.stdout.includes(`${ESCAPE}[`))
    assert.equal(none.stdout, plain.stdout)
  })

  it('takes the table from the options before the environment', async () => {
    const { table, region, endpoint } = place
    const { code, stdout } = await runCli(
      ['--table', table, 'list', '--region', region, '--endpoint', endpoint],
      { env: { STACKTALE_TABLE: 'another' } },
    )
    assert.equal(stdout.split('\n').length, 5)
    assert.equal(code, 0)
  })

  it('says how to create a table that is missing', async () => {
    const table = uniqueTable()
    const { code, stderr } = await runCli(['list', '--table', table], { place })
    assert.equal(
      stderr,
      `stacktale [table-missing]: There is no table "${table}" in this region and account. Create it: npx stacktale table create --table ${table}\n`,
    )
    assert.equal(code, 1)
  })

  it('says in a line that nothing answers', async () => {
    const { code, stderr } = await runCli(['list', '--endpoint', 'http://127.0.0.1:1'], { place })
    assert.match(stderr, /^stacktale \[endpoint-unreachable\]: [^\n]+\n$/)
    assert.equal(code, 1)
  })
})
