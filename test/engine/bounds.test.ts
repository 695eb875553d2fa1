import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { configure, flush, GenericLogger } from 'stacktale'
import { TableReader } from 'stacktale/table'
import { memorySink } from 'stacktale/testing'
import { tableForTest } from './table/table-for-test.ts'

const run = promisify(execFile)
const sink = memorySink()

describe('the bounds of an event', () => {
  before(() => configure({ sink }))
  after(() => configure({ sink: undefined }))
  beforeEach(() => sink.clear())

  it('make it go on in the object’s next event, and nothing is lost', async () => {
    const log = new GenericLogger({ id: 1 }, 'long')
    const texts = Array.from({ length: 25 }, (_, line) => `${line} ${'x'.repeat(400_000)}`)
    log.info('Start')
    const inner = (text: string): void => log.info(text)
    for (const text of texts) inner(text)
    await log.commit()
    await flush()
    assert.ok(sink.events.length > 2)
    assert.deepEqual(
      sink.events.flatMap(({ lines }) => lines.map(({ text }) => text)),
      ['Start', ...texts],
    )
    assert.deepEqual(
      sink.events.map(({ part }) => part),
      [undefined, ...sink.events.slice(1).map((_, index) => index + 2)],
    )
    assert.ok(sink.events.every(({ title }) => title === 'Start'))
    assert.ok(sink.events.slice(1).every(({ lines }) => lines.every(({ depth }) => depth === 1)))
  })

  it('hold 100,000 lines', async () => {
    const log = new GenericLogger({ id: 1 }, 'many')
    for (let line = 0; line < 100_000; line += 1) log.info('A line')
    await log.commit()
    assert.equal(
      sink.events.reduce((sum, { lines }) => sum + lines.length, 0),
      100_000,
    )
  })

  it('let 10,000 events be open at once', async () => {
    const logs = Array.from({ length: 10_000 }, (_, id) => new GenericLogger({ id }, 'open'))
    for (const log of logs) log.info('First')
    for (const log of logs) log.info('Second')
    await Promise.all(logs.map((log) => log.commit()))
    assert.equal(sink.events.length, 10_000)
    assert.ok(
      sink.events.every(
        ({ text, unfinished }) => text === 'First\nSecond' && unfinished === undefined,
      ),
    )
  })

  it('store what nobody commits when more than 20,000 are open, and say so', async () => {
    const said: string[] = []
    configure({ onFailure: ({ code }) => said.push(code) })
    const logs = Array.from({ length: 20_001 }, (_, id) => new GenericLogger({ id }, 'open'))
    for (const log of logs) log.info('Line')
    assert.deepEqual(said, ['event-unfinished'])
    await flush()
    assert.deepEqual(
      sink.events.map(({ object, unfinished }) => [object, unfinished]),
      [['open_0', true]],
    )
    configure({ onFailure: undefined })
    await Promise.all(logs.map((log) => log.commit()))
    assert.equal(sink.events.length, 20_001)
  })

  it('store what is open when the program ends, marked unfinished', async () => {
    const { table, region, endpoint } = await tableForTest()
    const program = `
      import { configure, GenericLogger } from 'stacktale'
      configure({ exitTimeoutMs: 120_000 })
      const log = new GenericLogger({ id: 1 }, 'forgotten')
      log.info('Never committed')`
    await run(process.execPath, ['--input-type=module', '-e', program], {
      env: {
        ...process.env,
        STACKTALE_TABLE: table,
        AWS_REGION: region,
        AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      },
    })
    const reader = new TableReader({ table, region, endpoint })
    const [event] = (await reader.feed()).events
    assert.equal(event?.title, 'Never committed')
    const story = await reader.event(event.object, event.timestamp)
    assert.equal(story?.unfinished, true)
  })
})

describe('the source of a line', () => {
  before(() => configure({ sink }))
  after(() => configure({ sink: undefined, source: undefined }))
  beforeEach(() => sink.clear())

  class DomainLogger extends GenericLogger {
    trouble(): void {
      this.warn('Trouble')
    }
  }

  it('is kept for warnings and errors, looking through a domain logger', async () => {
    const log = new DomainLogger({ id: 1 }, 'source')
    log.info('Without')
    log.warn('With')
    log.trouble()
    log.error('With')
    await log.commit()
    const sources = sink.events[0]?.lines.map(({ source }) => source?.replace(/\d+$/, ''))
    const here = sources?.[1]
    assert.match(here ?? '', /test\/engine\/bounds\.test\.[jt]s:$/)
    assert.deepEqual(sources, [undefined, here, here, here])
    const rows = sink.events[0]?.lines.map(({ source }) => Number(source?.split(':').at(-1)))
    assert.equal(Number(rows?.[1]) + 1, rows?.[2])
  })

  it('can be kept for all lines, or for none', async () => {
    const log = new GenericLogger({ id: 1 }, 'source')
    configure({ source: 'debug' })
    log.debug('With')
    configure({ source: false })
    log.error('Without')
    await log.commit()
    const sources = sink.events[0]?.lines.map(({ source }) => source !== undefined)
    assert.deepEqual(sources, [true, false])
  })
})
