import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { TableReader } from 'stacktale/table'
import { tableForTest } from '../../table/table-for-test.ts'
import type { TestTable } from '../../table/table-for-test.ts'
import type { EndedProcess } from './ended-process.ts'
import { endOf, fixture } from './ended-process.ts'
import { storedEvents, storedTitles } from './stored-events.ts'

/** Runs the fixture, and sends it SIGTERM when it listens. */
async function terminated(
  location: TestTable,
  way: string,
  options: object = {},
): Promise<EndedProcess> {
  const args = [fixture('deliver-on-signal'), way, JSON.stringify(options)]
  return await endOf(location, args, (child: ChildProcess) => {
    if (child.stdout !== null) void once(child.stdout, 'data').then(() => child.kill('SIGTERM'))
  })
}

async function assertUnfinished(location: TestTable): Promise<void> {
  const [stored, ...others] = await storedEvents(location, 'signal_1')
  assert.deepEqual(others, [])
  const event = await new TableReader(location).event('signal_1', stored?.timestamp ?? '')
  assert.equal(event?.title, 'Open')
  assert.equal(event.unfinished, true)
}

function listeners({ stdout }: EndedProcess): unknown {
  return JSON.parse(stdout)
}

describe('flushOnSignals()', () => {
  for (const worker of [true, false]) {
    const where = worker ? 'from the worker' : "from the application's own thread"

    it(`stores what is open, and lets the signal end the process, ${where}`, async () => {
      const location = await tableForTest()
      const { code, signal, stderr } = await terminated(location, 'flushed', { worker })
      assert.equal(stderr, '')
      assert.deepEqual([code, signal], [null, 'SIGTERM'])
      await assertUnfinished(location)
    })
  }

  it('stores what other loggers logged outside of events, as whole', async () => {
    const location = await tableForTest()
    await terminated(location, 'gathered')
    const [stored, ...others] = await storedEvents(location, 'gathered_1')
    assert.deepEqual(others, [])
    const event = await new TableReader(location).event('gathered_1', stored?.timestamp ?? '')
    assert.equal(event?.title, 'By pino')
    assert.equal(event.unfinished, undefined)
  })

  it('does not take a second call of its own for the application', async () => {
    const location = await tableForTest()
    const outcome = await terminated(location, 'flushed twice')
    assert.deepEqual(listeners(outcome), { listeners: 2 })
    assert.deepEqual([outcome.code, outcome.signal], [null, 'SIGTERM'])
    await assertUnfinished(location)
  })

  for (const way of ['listened', 'listened once']) {
    it(`leaves the end to an application that has ${way} to the signal`, async () => {
      const location = await tableForTest()
      const { code, signal } = await terminated(location, way)
      assert.deepEqual([code, signal], [7, null])
      const stored = await storedTitles(location, 'signal_1')
      assert.deepEqual(stored, ['Open', 'Step 1', 'Step 2', 'Step 3'])
    })
  }

  it('listens no more after it was stopped', async () => {
    const location = await tableForTest()
    const outcome = await terminated(location, 'stopped')
    assert.deepEqual(listeners(outcome), { listeners: 0 })
    assert.equal(outcome.signal, 'SIGTERM')
  })
})

describe('signals without flushOnSignals()', () => {
  it('are not listened to', async () => {
    const location = await tableForTest()
    const outcome = await terminated(location, 'bare')
    assert.deepEqual(listeners(outcome), { listeners: 0 })
    assert.deepEqual([outcome.code, outcome.signal], [null, 'SIGTERM'])
    assert.deepEqual(await storedEvents(location, 'signal_1'), [])
  })
})
