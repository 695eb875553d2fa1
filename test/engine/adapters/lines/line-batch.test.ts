import assert from 'node:assert/strict'
import { configure, flush, GenericLogger, runInTrace } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import { LineBatch } from '../../../../engine/adapters/lines/line-batch.ts'
import { ManualTimer } from './manual-timer.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

describe('LineBatch', () => {
  const sink = memorySink()
  const timer = new ManualTimer()

  beforeEach(() => {
    sink.clear()
    configure({ sink })
  })

  afterEach(() => {
    configure({ sink: undefined, service: undefined, host: undefined })
  })

  function add(batch: LineBatch, text: string, data?: unknown): void {
    batch.add({ level: 'info', text, data }, add)
  }

  it('is about the service, or else the machine', async () => {
    const batch = new LineBatch({ startTimer: timer.start }, 'pino')
    configure({ host: 'elsewhere' })
    add(batch, 'one')
    await batch.commit()
    configure({ service: 'orders' })
    add(batch, 'two')
    await batch.commit()
    assert.deepEqual(
      sink.events.map(({ object }) => object),
      ['pino_elsewhere', 'pino_orders'],
    )
  })

  it('is bounded by bytes, of data too', async () => {
    const batch = new LineBatch({ startTimer: timer.start, batchBytes: 1000 }, 'pino')
    add(batch, 'one', { long: 'x'.repeat(1000) })
    assert.deepEqual(timer.waits, [])
    add(batch, 'two')
    assert.equal(timer.waits.length, 1)
    add(batch, 'x'.repeat(1000))
    assert.deepEqual(timer.waits, [])
    await flush()
    assert.deepEqual(
      sink.events.map(({ lines }) => lines.length),
      [1, 2],
    )
  })

  it('belongs to no trace, and disturbs no event that is logged beside it', async () => {
    const batch = new LineBatch({ startTimer: timer.start }, 'pino')
    const log = new GenericLogger({ id: 1 }, 'order')
    function inner(): void {
      add(batch, 'between')
      log.info('inner')
    }
    await runInTrace(`00-${TRACE}-00f067aa0ba902b7-01`, async () => {
      log.info('outer')
      inner()
      log.info('outer again')
      await log.commit()
      await batch.commit()
    })
    assert.equal(sink.find('order_1').text, 'outer\n  inner\nouter again')
    assert.equal(sink.find('order_1').trace, TRACE)
    assert.notEqual(sink.last().trace, TRACE)
    assert.equal(sink.last().lines[0]?.depth, 0)
  })
})
