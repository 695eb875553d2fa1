import assert from 'node:assert/strict'
import type { TestTable } from '../../engine/table/table-for-test.ts'
import { tableForTest } from '../../engine/table/table-for-test.ts'
import { CliProcess, runCli } from './run-cli.ts'
import { ACTING, eventOf, HOSTILE, store } from './stories.ts'

describe('stacktale tail', () => {
  let place: TestTable

  beforeEach(async () => {
    place = await tableForTest()
    await store(place, [eventOf({ lines: [{ text: 'Long ago' }] })])
  })

  it('shows what comes, not what is there, and says at the end what it cost', async () => {
    const tail = new CliProcess(['tail', '--interval', '0.1'], { place })
    await tail.until(/Waiting for new events/)
    await store(place, [eventOf({ lines: [{ text: 'One' }] })])
    await tail.until(/One\n/)
    await store(place, [eventOf({ object: 'late_1', lines: [{ text: HOSTILE }] })])
    await tail.until(/late_1 .*=cmd/)
    const { code, stdout, stderr } = await tail.interrupt()
    assert.equal(stdout.split('\n').length, 3)
    assert.doesNotMatch(stdout, ACTING)
    assert.match(stderr, /Looked \d+ times, for [\d.]+ read units\.\n$/)
    assert.equal(code, 130)
  })

  it('leaves out what the filters do, and gives JSON', async () => {
    const args = ['tail', '--interval', '0.1', '--prefix', 'workout', '--level', 'warn', '--json']
    const tail = new CliProcess(args, { place })
    await tail.until(/Waiting for new events/)
    await store(place, [
      eventOf({ lines: [{ text: 'Only info' }] }),
      eventOf({ object: 'other_1', lines: [{ text: 'Of another', level: 'error' }] }),
      eventOf({ lines: [{ text: 'Wanted', level: 'warn' }] }),
    ])
    await tail.until(/Wanted/)
    const { stdout } = await tail.interrupt()
    assert.equal(JSON.parse(stdout).title, 'Wanted')
  })

  it('ends where the table is missing', async () => {
    const { code, stderr } = await runCli(['tail', '--table', 'not-there'], { place })
    assert.match(stderr, /^stacktale \[table-missing\]: /)
    assert.equal(code, 1)
  })
})
