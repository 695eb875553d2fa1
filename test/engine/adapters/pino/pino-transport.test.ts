import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { LogEvent } from 'stacktale'
import { configure } from 'stacktale'
import pinoTransport from 'stacktale/pino'
import { TableReader } from 'stacktale/table'
import { memorySink } from 'stacktale/testing'
import type { TestTable } from '../../table/table-for-test.ts'
import { tableForTest } from '../../table/table-for-test.ts'

const run = promisify(execFile)

function fixture(name: string): string {
  return resolve(import.meta.dirname, 'fixtures', `${name}.js`)
}

async function eventsOf(location: TestTable, object: string): Promise<readonly LogEvent[]> {
  const reader = new TableReader(location)
  const { events } = await reader.feed({ limit: 100 })
  const stories = events
    .filter((event) => event.object === object)
    .map(async ({ timestamp }) => await reader.event(object, timestamp))
  const found = await Promise.all(stories)
  return found.filter((event) => event !== undefined).toReversed()
}

describe("pino's transport", () => {
  for (const ending of ['by itself', 'exit']) {
    it(`stores lines from its own thread, and all of them when the process ends ${ending}`, async () => {
      const location = await tableForTest()
      const options = JSON.stringify({ ...location, object: 'shop', service: 'orders' })
      await run(process.execPath, [fixture('log-by-transport'), ending, options])

      const events = await eventsOf(location, 'pino_shop')
      const lines = events.flatMap((event) => event.lines)
      assert.ok(events.length <= 3, `${events.length} events`)
      assert.equal(lines.length, 1003)
      const [first, second, third] = lines
      assert.equal(first?.text, 'Through the worker')
      assert.deepEqual(first?.data, { left: 3 })
      assert.equal(second?.level, 'warn')
      assert.equal(third?.text, 'RangeError: Too many')
      assert.equal(third?.error?.cause?.name, 'TypeError')
      assert.equal(lines.at(-1)?.text, 'line 999')
      assert.equal(events[0]?.service, 'orders')
      assert.ok(events.every(({ unfinished }) => unfinished === undefined))
    })
  }

  it('takes what is left by the level of its target, beside other targets', async () => {
    const location = await tableForTest()
    const options = JSON.stringify({ ...location, object: 'shop' })
    await run(process.execPath, [fixture('log-by-transport'), 'several', options])

    const events = await eventsOf(location, 'pino_shop')
    assert.deepEqual(
      events.flatMap(({ lines }) => lines.map(({ text }) => text)),
      ['Louder', 'RangeError: Too many'],
    )
  })
})

describe("pino's transport, in this thread", () => {
  const sink = memorySink()

  beforeEach(() => sink.clear())

  after(() => {
    configure({ sink: undefined, worker: undefined })
  })

  it('ends when all of its events are stored, those that were big enough before too', async () => {
    const order: string[] = []
    configure({
      sink: {
        write: async (event) => {
          for (let turns = 0; turns < 10; turns += 1) await turn()
          order.push(event.text)
          return await sink.write(event)
        },
      },
    })
    const transport = await pinoTransport({ object: 'shop', batchLines: 1 })
    transport.write('{"level":30,"msg":"one"}\n{"level":40,"m')
    transport.write('sg":"two"}\n')
    transport.end('{"level":50,"msg":"not ended"}')
    await once(transport, 'finish')
    order.push('finished')
    assert.deepEqual(order, ['one', 'two', 'not ended', 'finished'])
    assert.deepEqual(
      sink.events.map(({ level }) => level),
      ['info', 'warn', 'error'],
    )
  })

  it('takes only options that the engine has', async () => {
    // @ts-expect-error an option that does not exist
    await assert.rejects(pinoTransport({ tabel: 'shop' }), { code: 'option-invalid' })
  })
})

describe('lines outside of events, when the process ends', () => {
  for (const ending of ['by itself', 'exit']) {
    it(`are stored as a finished event: ${ending}`, async () => {
      const location = await tableForTest()
      const { table, region, endpoint } = location
      await run(process.execPath, [fixture('log-and-end'), ending], {
        env: {
          ...process.env,
          STACKTALE_TABLE: table,
          AWS_REGION: region,
          AWS_ENDPOINT_URL_DYNAMODB: endpoint,
        },
      })
      const [event] = await eventsOf(location, 'pino_shop')
      assert.equal(event?.text, 'Logged last')
      assert.equal(event?.unfinished, undefined)
      const [left] = await eventsOf(location, 'left_1')
      assert.equal(left?.unfinished, true)
    })
  }
})
