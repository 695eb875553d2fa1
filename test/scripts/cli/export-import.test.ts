import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTable } from '../../../engine/table/create-table.ts'
import { uniqueTable } from '../../embedded-dynamo.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { runCli } from './run-cli.ts'
import { storedItems } from './stored-items.ts'
import { ACTING, bigEvent, eventOf, HOSTILE, store } from './stories.ts'

const AT = Date.parse('2026-01-05T00:00:00Z')
const EXPIRES = Math.floor(Date.now() / 1000) + 86_400

const STORIES = [
  eventOf({
    at: AT,
    lines: [
      { text: HOSTILE },
      { text: 'two\nrows \u2028 and\r\none', depth: 1, elapsed: 1.3, level: 'warn', took: 4.2 },
      { text: '', depth: 9, elapsed: 2, data: { a: [1, null, 'x\u0000\ud83d'] }, source: 'a.ts:1' },
      {
        text: 'failed',
        elapsed: 3,
        level: 'error',
        error: {
          name: 'E',
          message: '\u001b[31m',
          stack: 'at a',
          cause: { name: 'C', message: '' },
        },
      },
    ],
    header: {
      trace: 'a'.repeat(32),
      span: 'b'.repeat(16),
      parent: 'c'.repeat(16),
      service: 's',
      host: 'h',
      expires: EXPIRES,
      part: 2,
      unfinished: true,
    },
  }),
  bigEvent({ object: 'big_1', at: AT + 1 }),
  ...Array.from({ length: 30 }, (_, index) =>
    eventOf({ object: `user_${index}_é👩‍🚀`, at: AT + index, lines: [{ text: '  indented' }] }),
  ),
]

describe('stacktale export and import', () => {
  let place: TestTable
  let folder: TemporaryFolder

  before(async () => {
    place = await tableForTest()
    folder = await TemporaryFolder.create()
    await store(place, STORIES)
  })

  after(async () => {
    await folder[Symbol.asyncDispose]()
  })

  async function emptyTable(): Promise<TestTable> {
    const copy = { ...place, table: uniqueTable() }
    await createTable(copy)
    return copy
  }

  it('make the same items again, byte for byte, however often', async () => {
    const copy = await emptyTable()
    const file = join(folder.path, 'all.ndjson')
    const exported = await runCli(['export', '--out', file], { place })
    assert.match(exported.stderr, /^Exported 32 events, for [\d.]+ read units\.\n$/)
    assert.equal(exported.code, 0)
    for (const _ of [1, 2]) {
      const imported = await runCli(['import', file], { place: copy })
      assert.match(imported.stderr, /^Stored 32 events, for [\d,]+ write units\.\n$/)
      assert.equal(imported.code, 0)
    }
    const items = await storedItems(place)
    assert.ok(items.some(({ object }) => object?.S?.startsWith('_parts_')))
    assert.deepEqual(await storedItems(copy), items)
  })

  it('stop at a budget, and go on where they stopped, each event once', async () => {
    const far = await tableForTest()
    const hour = 3_600_000
    const events = Array.from({ length: 40 }, (_, index) => eventOf({ at: AT + index * hour }))
    await store(far, events)
    const exported: string[] = []
    const runs: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const from = cursor === '' ? [] : ['--cursor', cursor]
      const args = ['export', '--from', '2026-01-01', '--budget', '8', ...from]
      const { code, stdout, stderr } = await runCli(args, { place: far })
      assert.equal(code, 0, stderr)
      exported.push(...stdout.split('\n').slice(0, -1))
      runs.push(stderr)
      cursor = /Go on: --cursor (\S+)/.exec(stderr)?.[1]
    }
    assert.match(
      runs[0] ?? '',
      /^Exported \d+ events, for [\d.]+ read units\.\nEverything after 2026-01-\S+Z is exported, for the budget\. Going on to the end costs about [\d,.]+ read units\. Go on: --cursor \S+\n$/,
    )
    assert.ok(runs.length > 2)
    const keys = exported.map((row) => String(JSON.parse(row).timestamp))
    assert.deepEqual(keys, events.map(({ timestamp }) => timestamp).toReversed())
  })

  it('pass through a pipe', async () => {
    const copy = await emptyTable()
    const { stdout } = await runCli(['export', '--prefix', 'user', '--limit', '5'], { place })
    const { code } = await runCli(['import', '-', '--json'], { place: copy, input: stdout })
    const again = await runCli(['export'], { place: copy })
    assert.equal(stdout.split('\n').length, 6)
    assert.equal(again.stdout, stdout)
    assert.equal(code, 0)
  })

  it('name each bad line, and store the others', async () => {
    const copy = await emptyTable()
    const { stdout } = await runCli(['export', '--prefix', 'user', '--limit', '3'], { place })
    const good = stdout.trimEnd().split('\n')
    const changed = (change: object): string =>
      JSON.stringify({ ...JSON.parse(good[0] ?? ''), ...change })
    const input = [
      `\ufeff${good[0] ?? ''}`,
      '{"object":',
      '',
      '[]',
      changed({ object: 'nokey' }),
      changed({ id: 'another' }),
      changed({ timestamp: '12.50' }),
      changed({ level: '\u001b[31mloud' }),
      changed({ lines: [{ text: 'x', depth: -1, elapsed: 0, level: 'info' }] }),
      changed({ lines: [{ text: 'x', depth: 0, elapsed: 0, level: 'info', error: 7 }] }),
      changed({ surprise: 1 }),
      changed({ object: `user_${'x'.repeat(3000)}`, id: 'x'.repeat(3000) }),
      good[1],
      good[0],
      good[2],
    ].join('\r\n')
    const { code, stderr } = await runCli(['import', '-'], { place: copy, input })
    assert.deepEqual(
      stderr
        .split('\n')
        .map((row) => /^stacktale \[line-invalid\]: line (\d+): /.exec(row)?.[1])
        .filter((line) => line !== undefined),
      ['2', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    )
    assert.match(stderr, /line 2: It is not JSON/)
    assert.match(stderr, /line 8: "level" must be debug, info, warn or error/)
    assert.doesNotMatch(stderr, ACTING)
    assert.match(stderr, /Left out 10 bad lines\./)
    assert.equal(code, 1)
    const again = await runCli(['export'], { place: copy })
    assert.equal(again.stdout, stdout)
  })

  it('say which file cannot be read or written', async () => {
    const missing = join(folder.path, 'missing', 'file')
    const imported = await runCli(['import', missing], { place })
    assert.match(imported.stderr, /^stacktale \[file-unreadable\]: .*ENOENT[^\n]*\n$/)
    assert.equal(imported.code, 1)
    const exported = await runCli(['export', '--out', missing], { place })
    assert.match(exported.stderr, /^stacktale \[file-unwritable\]: .*ENOENT[^\n]*\n$/)
    assert.equal(exported.code, 1)
  })

  it('leave a file as it was where the export fails', async () => {
    const file = join(folder.path, 'kept')
    await writeFile(file, 'before')
    const { code } = await runCli(['export', '--out', file, '--table', uniqueTable()], { place })
    assert.equal(code, 1)
    assert.equal(await readFile(file, 'utf8'), 'before')
    assert.deepEqual(
      (await readdir(folder.path)).filter((name) => name.startsWith('kept')),
      ['kept'],
    )
  })

  it('leave out what cannot be read, and say so', async () => {
    const broken = await emptyTable()
    const [event = eventOf()] = STORIES
    await store(broken, [event])
    const { DynamoDBClient, UpdateItemCommand } = await import('@aws-sdk/client-dynamodb')
    await new DynamoDBClient(broken).send(
      new UpdateItemCommand({
        TableName: broken.table,
        Key: { object: { S: event.object }, timestamp: { N: event.timestamp } },
        UpdateExpression: 'REMOVE message, body',
      }),
    )
    const { code, stdout, stderr } = await runCli(['export'], { place: broken })
    assert.equal(stdout, '')
    assert.match(stderr, /stacktale \[body-damaged\]: workout_42 \d+\.\d+: /)
    assert.equal(code, 1)
  })

  it('write text for people, in which nothing acts', async () => {
    const { stdout } = await runCli(['export', '--format', 'text', '--prefix', 'workout'], {
      place,
    })
    assert.match(
      stdout,
      /^2026-01-05T00:00:00\.000Z {2}error {2}workout_42 {2}13 ms\n {2}=cmd[^\n]*␛\[2J/,
    )
    assert.match(stdout, /\n {4}two\n {4}rows/)
  })

  it('tell of events that have expired', async () => {
    const copy = await emptyTable()
    const { stdout } = await runCli(['export', '--prefix', 'workout'], { place })
    const input = JSON.stringify({ ...JSON.parse(stdout), expires: 1 })
    const { code, stderr } = await runCli(['import', '-'], { place: copy, input })
    assert.match(stderr, /1 event of them had expired/)
    assert.equal(code, 0)
  })
})
