import assert from 'node:assert/strict'
import { stripVTControlCharacters } from 'node:util'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { runCli } from './run-cli.ts'
import { ACTING, ESCAPE, eventOf, HOSTILE, store } from './stories.ts'

const AT = Date.parse('2026-01-05T10:41:07.123Z')
const TALE = [
  { text: 'Starting' },
  { text: 'Choosing', depth: 1, elapsed: 1.5, data: { kit: 'none' } },
  { text: HOSTILE, depth: 2, elapsed: 2 },
]

describe('stacktale show', () => {
  let place: TestTable
  const older = eventOf({ at: AT - 1000 })
  const event = eventOf({ at: AT, lines: TALE })
  const twin = eventOf({ object: 'twin_1', at: AT })
  const otherTwin = eventOf({ object: 'twin_1', at: AT, lines: [{ text: 'The other' }] })

  before(async () => {
    place = await tableForTest()
    await store(place, [older, event, twin, otherTwin])
  })

  it('draws the newest story of an object, and says what it cost', async () => {
    const { code, stdout, stderr } = await runCli(['show', 'workout_42'], { place })
    assert.match(stdout, /^\* workout_42 {2}Starting .*3 lines\n/)
    assert.match(stdout, /\| Choosing {2}\{"kit":"none"\}\n.* {2}\| =cmd/)
    assert.doesNotMatch(stdout, ACTING)
    assert.match(stderr, /^One event, for [\d.]+ read units?\.\n$/)
    assert.equal(code, 0)
  })

  it('finds an event by its timestamp, by a list’s time, and by milliseconds', async () => {
    for (const time of [older.timestamp, '2026-01-05T10:41:06.123Z', String(AT - 1000)]) {
      const { stdout } = await runCli(['show', 'workout_42', time, '--json'], { place })
      assert.equal(JSON.parse(stdout).timestamp, older.timestamp)
    }
  })

  it('shows the text alone, with nothing that acts', async () => {
    const { stdout } = await runCli(['show', 'workout_42', '--text'], { place })
    assert.match(stdout, /^Starting\n {2}Choosing\n {4}=cmd[^\n]*\n$/)
    assert.doesNotMatch(stdout, ACTING)
  })

  it('shows all as JSON, exactly', async () => {
    const { stdout } = await runCli(['show', 'workout_42', '--json'], { place })
    assert.doesNotMatch(stdout.slice(0, -1), ACTING)
    assert.deepEqual(JSON.parse(stdout), { ...event })
  })

  it('is drawn in colour where that is forced, and the colours are its own', async () => {
    const { stdout } = await runCli(['show', 'workout_42'], { place, env: { FORCE_COLOR: '1' } })
    assert.ok(stdout.includes(`${ESCAPE}[1;36mworkout_42${ESCAPE}[22;39m`))
    assert.doesNotMatch(stripVTControlCharacters(stdout), ACTING)
    assert.match(stdout, /␛\[2J/)
  })

  it('names the choices where there are several events at a time', async () => {
    const { code, stderr } = await runCli(['show', 'twin_1', String(AT)], { place })
    assert.match(stderr, /^stacktale \[event-ambiguous\]: twin_1 has several events/)
    assert.ok(stderr.includes(twin.timestamp) && stderr.includes(otherTwin.timestamp))
    assert.equal(code, 1)
  })

  it('says that there is none', async () => {
    for (const args of [['nobody_1'], ['workout_42', '2020-01-01']]) {
      const { code, stderr } = await runCli(['show', ...args], { place })
      assert.match(stderr, /^stacktale \[event-missing\]: /)
      assert.equal(code, 1)
    }
  })
})
