import assert from 'node:assert/strict'
import { stripVTControlCharacters } from 'node:util'
import type { LogEvent } from '../../../engine/event.ts'
import { HOSTILE } from '../../viewer/hostile/corpus.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { runCli } from './run-cli.ts'
import { ACTING, ESCAPE, eventOf, store } from './stories.ts'

const AT = Date.parse('2026-01-05T10:41:07.123Z')
/** The last that a row of CSV ends with, which is outside of its cells. */
const ROW_END = /\r\n/g
const COLOUR = new RegExp(String.raw`${ESCAPE}\[\d+(;\d+)*m`, 'g')

/** An event of which all that may be said is hostile, save its key: that is for the command to be asked for. */
function hostileEvent(text: string, index: number): LogEvent {
  const error = { name: text, message: text, stack: `at ${text}`, code: text }
  return eventOf({
    object: `tale_${index}`,
    at: AT + index,
    lines: [
      { text, level: 'error', data: { [text]: [text] }, source: text, error },
      { text: `${text}\n${text}`, depth: 2 },
    ],
    header: { title: text, service: text, host: text },
  })
}

describe('the command line, with a table of hostile texts', () => {
  let place: TestTable

  before(async () => {
    place = await tableForTest()
    const named = HOSTILE.map((text, index) =>
      eventOf({
        object: `${text.toWellFormed().replaceAll('_', '-')}_${text.toWellFormed()}`,
        at: AT - index - 1,
      }),
    )
    await store(place, [...HOSTILE.map(hostileEvent), ...named])
  })

  for (const args of [
    ['list', '--limit', '100'],
    ['list', '--limit', '100', '--json'],
    ['export', '--format', 'csv'],
    ['export', '--format', 'text'],
    ['export', '--format', 'ndjson'],
    ...[0, 14, 16].flatMap((index) => [
      ['show', `tale_${index}`],
      ['show', `tale_${index}`, '--text'],
      ['show', `tale_${index}`, '--json'],
    ]),
  ]) {
    it(`brings nothing that acts to a terminal: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await runCli(args, { place })
      assert.equal(code, 0, stderr)
      assert.ok(stdout.length > 20)
      assert.doesNotMatch(stdout.replace(ROW_END, '\n'), ACTING)
      assert.doesNotMatch(stderr, ACTING)
    })
  }

  it('adds colours only, where they are wanted', async () => {
    const env = { FORCE_COLOR: '1' }
    const { stdout } = await runCli(['list', '--limit', '100'], { place, env })
    const plain = stripVTControlCharacters(stdout)
    assert.notEqual(stdout, plain)
    assert.doesNotMatch(stdout.replaceAll(COLOUR, ''), ACTING)
  })

  it('gives every text exactly, as JSON', async () => {
    const { stdout } = await runCli(['export', '--format', 'ndjson'], { place })
    const rows = stdout.trimEnd().split('\n')
    const titles = new Set(rows.map((row): unknown => JSON.parse(row).title))
    for (const text of HOSTILE) assert.ok(titles.has(text), JSON.stringify(text))
  })

  it('guards the formulas of CSV', async () => {
    const { stdout } = await runCli(['export', '--format', 'csv'], { place })
    assert.doesNotMatch(stdout, /(^|[,"\n])[=@]HYPERLINK/)
    assert.match(stdout, /'=HYPERLINK/)
  })
})
