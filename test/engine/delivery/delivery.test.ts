import assert from 'node:assert/strict'
import fc from 'fast-check'
import { backoffMs } from '../../../engine/backoff.ts'
import { Delivery } from '../../../engine/delivery/delivery.ts'
import { promised } from '../../../engine/delivery/promised.ts'
import type { CommittedEvent } from '../../../engine/delivery/sink-carrier.ts'
import { SinkCarrier, sinkLoad } from '../../../engine/delivery/sink-carrier.ts'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { LogEvent } from '../../../engine/event.ts'
import type { Ledger } from '../../../engine/delivery/ledger.ts'
import { EMPTY_LEDGER } from '../../../engine/delivery/ledger.ts'
import type { Receipt, Sink } from '../../../engine/sinks/sink.ts'

function eventOf(id: number, text = 'Line'): LogEvent {
  return {
    object: `workout_${id}`,
    prefix: 'workout',
    id: String(id),
    timestamp: String(id),
    level: 'info',
    title: text,
    duration: 0,
    lines: [{ text, depth: 0, elapsed: 0, level: 'info' }],
    text,
  }
}

function receiptOf({ object, timestamp }: LogEvent): Receipt {
  return { object, timestamp, bytes: 1, writeUnits: 1, lines: 1 }
}

/** A delivery to a sink in this thread. */
class SinkDelivery {
  readonly #delivery: Delivery<CommittedEvent>

  constructor(sink: Sink, report: (error: StacktaleError) => void = () => undefined) {
    const carrier = new SinkCarrier(sink)
    this.#delivery = new Delivery({ carrier, queueBytes: 64 * 1024 * 1024, report })
  }

  get ledger(): Ledger {
    return this.#delivery.ledger
  }

  accept(event: LogEvent): Promise<Receipt> {
    return promised((listener) => this.#delivery.accept(sinkLoad(event), listener))
  }

  async flush(timeoutMs: number): Promise<Ledger> {
    return await this.#delivery.flush(timeoutMs)
  }
}

function ledgerOf(counts: Partial<Ledger>): Ledger {
  return { ...EMPTY_LEDGER, ...counts }
}

const throttled = (): StacktaleError => new StacktaleError('throttled', 'too fast')
const denied = (): StacktaleError => new StacktaleError('access-denied', 'not you')

describe('delivery', () => {
  it('stores every event once, whatever passing failures come between, and balances its ledger', async () => {
    const anyFailures = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(anyFailures, async (failures) => {
        const stored: string[] = []
        const left = new Map(failures.map((count, id) => [`workout_${id}`, count]))
        const sink: Sink = {
          write: async (event) => {
            await Promise.resolve()
            const failuresLeft = left.get(event.object) ?? 0
            left.set(event.object, failuresLeft - 1)
            if (failuresLeft > 0) throw throttled()
            stored.push(event.object)
            return receiptOf(event)
          },
        }
        const delivery = new SinkDelivery(sink)
        const receipts = await Promise.all(failures.map((_, id) => delivery.accept(eventOf(id))))
        assert.equal(receipts.length, failures.length)
        assert.equal(new Set(stored).size, stored.length)
        assert.deepEqual(
          delivery.ledger,
          ledgerOf({ accepted: failures.length, stored: failures.length }),
        )
      }),
      { numRuns: 10 },
    )
  })

  it('tells the one who committed at once of a failure that does not pass, keeps the event, and sends it later', async () => {
    let isAllowed = false
    const stored: string[] = []
    const sink: Sink = {
      write: (event) => {
        if (!isAllowed) return Promise.reject(denied())
        stored.push(event.object)
        return Promise.resolve(receiptOf(event))
      },
    }
    const reported: string[] = []
    const delivery = new SinkDelivery(sink, ({ code }) => reported.push(code))
    await assert.rejects(delivery.accept(eventOf(1)), { code: 'access-denied' })
    assert.deepEqual(delivery.ledger, ledgerOf({ accepted: 1, inFlight: 1 }))
    assert.deepEqual(reported, ['access-denied'])
    isAllowed = true
    assert.deepEqual(await delivery.flush(5_000), ledgerOf({ accepted: 1, stored: 1 }))
    assert.deepEqual(stored, ['workout_1'])
  })

  it('waits in a flush for what was accepted before it', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const sink: Sink = {
      write: async (event) => {
        await gate
        return receiptOf(event)
      },
    }
    const delivery = new SinkDelivery(sink)
    for (let id = 0; id < 100; id += 1) void delivery.accept(eventOf(id))
    const flushed = delivery.flush(5_000)
    release()
    assert.deepEqual(await flushed, ledgerOf({ accepted: 100, stored: 100 }))
  })

  it('ends a flush at its timeout when a sink never answers', async () => {
    const delivery = new SinkDelivery({ write: () => new Promise(() => undefined) })
    void delivery.accept(eventOf(1))
    assert.equal((await delivery.flush(1)).inFlight, 1)
  })

  it('sends to no more than 32 at a time', async () => {
    let sending = 0
    let most = 0
    const sink: Sink = {
      write: async (event) => {
        sending += 1
        most = Math.max(most, sending)
        await new Promise((resolve) => setImmediate(resolve))
        sending -= 1
        return receiptOf(event)
      },
    }
    const delivery = new SinkDelivery(sink)
    await Promise.all(Array.from({ length: 500 }, (_, id) => delivery.accept(eventOf(id))))
    assert.equal(most, 32)
  })

  it('lets the oldest go, counted and said, when too much is kept', async () => {
    const reported: string[] = []
    const refusing: Sink = { write: () => Promise.reject(denied()) }
    const delivery = new SinkDelivery(refusing, ({ code }) => reported.push(code))
    const eightMegabytes = 'x'.repeat(4 * 1024 * 1024)
    const outcomes = Array.from({ length: 10 }, (_, id) =>
      delivery.accept(eventOf(id, eightMegabytes)),
    )
    await Promise.allSettled(outcomes)
    const { accepted, inFlight, dropped } = delivery.ledger
    assert.equal(accepted, 10)
    assert.equal(inFlight + dropped, 10)
    assert.equal(dropped, 3)
    assert.equal(reported.filter((code) => code === 'event-dropped').length, 3)
  })

  it('takes a sink that throws outright like one that rejects', async () => {
    const throwing: Sink = {
      write: () => {
        throw new Error('at once')
      },
    }
    const delivery = new SinkDelivery(throwing)
    await assert.rejects(delivery.accept(eventOf(1)), { code: 'sink-failed' })
  })
})

describe('the pause before another try', () => {
  it('is random up to a bound that doubles', () => {
    const bounds = { firstMs: 50, mostMs: 2_000 }
    const most = [1, 2, 3, 10].map((tries) => backoffMs(tries, bounds, () => 1))
    assert.deepEqual(most, [50, 100, 200, 2_000])
    assert.equal(
      backoffMs(3, bounds, () => 0),
      0,
    )
  })
})
