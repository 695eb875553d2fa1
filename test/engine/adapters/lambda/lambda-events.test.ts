import assert from 'node:assert/strict'
import { AsyncResource } from 'node:async_hooks'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pino from 'pino'
import { configure, currentLogger, flush, GenericLogger, ledger, traceHeaders } from 'stacktale'
import type { Sink, StacktaleError } from 'stacktale'
import type { LambdaContext } from 'stacktale/lambda'
import { lambdaEvents } from 'stacktale/lambda'
import { pinoStream } from 'stacktale/pino'
import type { MemorySink } from 'stacktale/testing'
import { memorySink, storyOf } from 'stacktale/testing'
import { until } from '../../../until.ts'
import { ManualTimer } from '../lines/manual-timer.ts'
import { contextOf } from './context-for-test.ts'

async function pack(order: string): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  currentLogger()?.info(`Packing order ${order}`)
}

describe('invocations as events', () => {
  let sink: MemorySink

  beforeEach(() => {
    sink = memorySink()
    configure({ sink })
  })

  after(() => {
    configure({ sink: undefined, onFailure: undefined })
  })

  /** Stores where the others do, and tells of the first event. */
  function noticingSink(): { readonly sink: Sink; readonly stored: Promise<void> } {
    let notice: () => void = () => undefined
    const stored = new Promise<void>((resolve) => {
      notice = resolve
    })
    const write: Sink['write'] = async (event) => {
      const receipt = await sink.write(event)
      notice()
      return receipt
    }
    return { sink: { write }, stored }
  }

  it('are events also where a test calls the handler without a context of Lambda’s', async () => {
    const handle = lambdaEvents(({ order }: { order: string }) => pack(order))
    const context: LambdaContext = Object({})
    await handle({ order: '7' }, context)
    const event = sink.only()
    assert.equal(event.object, 'lambda_function')
    assert.match(storyOf(event), /^Invoked function\n +Packing order 7$/)
  })

  it('are one event each, stored when the handler returns', async () => {
    const handle = lambdaEvents(async ({ order }: { order: string }) => {
      await pack(order)
      return { packed: order }
    })
    const answer = await handle({ order: '7' }, contextOf())
    assert.deepEqual(answer, { packed: '7' })
    const event = sink.only()
    assert.equal(event.object, 'lambda_checkout')
    assert.match(storyOf(event), /^Invoked checkout\n +Packing order 7$/)
    assert.equal(ledger().inFlight, 0)
  })

  it('say what is known of them', async () => {
    await lambdaEvents(() => undefined)({}, contextOf('r-9', 20_000))
    const { coldStart, remainingMs, ...rest } = Object(sink.only().lines[0]?.data)
    assert.deepEqual(rest, { requestId: 'r-9', memoryMb: 128, version: '$LATEST' })
    assert.equal(typeof coldStart, 'boolean')
    assert.ok(remainingMs > 10_000 && remainingMs <= 20_000)
    assert.equal(typeof sink.only().lines[0]?.took, 'number')
  })

  it('tell the cold start once a process', async () => {
    const fixture = fileURLToPath(new URL('fixtures/cold-starts.js', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [fixture])
    assert.deepEqual(JSON.parse(stdout), [true, false, false])
  })

  it('are about what the options say', async () => {
    const handle = lambdaEvents(() => undefined, {
      prefix: 'order',
      subject: ({ order }: { order: number }) => ({ id: order }),
    })
    await handle({ order: 7 }, contextOf())
    assert.equal(sink.only().object, 'order_7')
  })

  it('are about the function where the option fails, and the handler is called', async () => {
    const reported: StacktaleError[] = []
    configure({ onFailure: (error) => reported.push(error) })
    const bySubject = (id: () => string): (() => Promise<string>) => {
      const handle = lambdaEvents(() => 'well', { subject: () => ({ id: id() }) })
      return async () => await handle({}, contextOf())
    }
    const throwing = bySubject(() => {
      throw new Error('no order')
    })
    assert.equal(await throwing(), 'well')
    assert.equal(await bySubject(() => '')(), 'well')
    assert.deepEqual(
      sink.events.map(({ object }) => object),
      ['lambda_checkout', 'lambda_checkout'],
    )
    assert.deepEqual(
      reported.map(({ code }) => code),
      ['object-without-id', 'object-without-id'],
    )
  })

  it('tell an error once with its stack, and throw it as it is', async () => {
    const error = new Error('The shelf is empty')
    const handle = lambdaEvents(async () => {
      await currentLogger()?.step('Looking', () => {
        throw error
      })
    })
    await assert.rejects(handle({}, contextOf()), (thrown) => thrown === error)
    const event = sink.only()
    assert.equal(event.level, 'error')
    const told = event.lines.filter((line) => line.error !== undefined)
    assert.equal(told.length, 1)
    assert.match(told[0]?.error?.stack ?? '', /lambda-events\.test/)
  })

  it('tell what is thrown before the first await', async () => {
    const handle = lambdaEvents(() => {
      throw new Error('at once')
    })
    await assert.rejects(handle({}, contextOf()), { message: 'at once' })
    assert.match(sink.only().text, /at once/)
  })

  it('return also null and undefined as they are', async () => {
    assert.equal(await lambdaEvents(() => null)({}, contextOf()), null)
    assert.equal(await lambdaEvents(() => undefined)({}, contextOf()), undefined)
  })

  it('end with the callback of a handler that takes one', async () => {
    const handle = lambdaEvents(
      (event: { fails: boolean }, _context: LambdaContext, callback) =>
        void setImmediate(() => {
          currentLogger()?.info('Called back')
          if (event.fails) callback('in vain')
          else callback(null, { packed: true })
        }),
    )
    assert.deepEqual(await handle({ fails: false }, contextOf()), { packed: true })
    assert.match(storyOf(sink.only()), /^Invoked checkout\n *Called back$/)
    sink.clear()
    await assert.rejects(handle({ fails: true }, contextOf()), (thrown) => thrown === 'in vain')
    assert.match(sink.only().text, /in vain/)
  })

  it('end with the promise of a handler that does not use its callback', async () => {
    const handle = lambdaEvents(async (_event: object, _context: LambdaContext, _callback) => {
      return await Promise.resolve('by promise')
    })
    assert.equal(await handle({}, contextOf()), 'by promise')
  })

  it('are stored as they are before they time out, and go on in another event', async () => {
    const { sink: noticing, stored } = noticingSink()
    configure({ sink: noticing })
    const handle = lambdaEvents(async () => {
      currentLogger()?.info('Before')
      await stored
      const { traceparent } = traceHeaders()
      currentLogger()?.info('Behind')
      return traceparent
    })
    const traceparent = await handle({}, contextOf('r-1', 60))
    const [before, behind] = sink.events
    assert.equal(sink.events.length, 2)
    assert.match(before?.text ?? '', /^Invoked checkout\n +Before\n *About to time out$/)
    assert.equal(before?.level, 'warn')
    assert.ok(Object(before?.lines.at(-1)?.data).remainingMs <= 60)
    assert.match(behind?.text ?? '', /Behind\n *Ended after all, before it timed out$/)
    assert.equal(behind?.trace, before?.trace)
    assert.equal(traceparent.split('-')[1], before?.trace)
  })

  it('leave no timers and no listeners behind, however they end', async () => {
    const handle = lambdaEvents((event: { fails: boolean }) => {
      if (event.fails) throw new Error('in vain')
    })
    const listeners = (): readonly number[] =>
      process.eventNames().map((name) => process.listenerCount(name))
    await handle({ fails: false }, contextOf())
    const before = listeners()
    for (let round = 0; round < 20; round += 1) {
      await handle({ fails: false }, contextOf('short', 400))
      await handle({ fails: true }, contextOf('short', 400)).catch(() => undefined)
    }
    assert.deepEqual(listeners(), before)
    // When the timer of this one strikes, those of the others would have.
    const { sink: noticing, stored } = noticingSink()
    configure({ sink: noticing })
    await lambdaEvents(async () => await stored)({}, contextOf('long', 1_000))
    assert.equal(sink.events.filter(({ text }) => text.includes('About to time out')).length, 1)
    assert.equal(sink.events.length, 1 + 40 + 2)
  })

  it('are kept apart at the same time', async () => {
    const handle = lambdaEvents(async ({ order }: { order: string }) => {
      await pack(order)
      await pack(order)
    })
    const orders = Array.from({ length: 20 }, (_, order) => String(order))
    await Promise.all(orders.map(async (order) => await handle({ order }, contextOf(order))))
    assert.equal(sink.events.length, orders.length)
    for (const { lines, text } of sink.events) {
      const { requestId } = Object(lines[0]?.data)
      assert.match(text, new RegExp(`^Invoked checkout(\n +Packing order ${requestId}){2}$`))
    }
    assert.equal(new Set(sink.events.map(({ trace }) => trace)).size, orders.length)
  })

  it('keep what is logged after their end out of the next one', async () => {
    let wake: () => void = () => undefined
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    let done: Promise<void> = Promise.resolve()
    const handle = lambdaEvents((event: { leaves: boolean }) => {
      const left = async (): Promise<void> => {
        await woken
        currentLogger()?.info('Left over')
        currentLogger()?.info('of the first')
        await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
      }
      if (event.leaves) done = left()
      else currentLogger()?.info('The second')
    })
    await handle({ leaves: true }, contextOf('first'))
    wake()
    await handle({ leaves: false }, contextOf('second'))
    await done
    const texts = sink.events.map(({ text }) => text)
    assert.equal(texts.length, 3)
    assert.ok(texts.some((text) => /^Invoked checkout\n +The second$/.test(text)))
    assert.ok(texts.some((text) => /^ *Left over\n *of the first$/.test(text)))
    const [first] = sink.events
    const leftOver = sink.events.find(({ text }) => text.includes('Left over'))
    assert.equal(leftOver?.trace, first?.trace)
  })

  it('store what another logger says after their end', async () => {
    const logger = pino(pinoStream())
    let leave: () => void = () => undefined
    const handle = lambdaEvents(() => {
      leave = AsyncResource.bind(() => logger.info('Left over'))
    })
    await handle({}, contextOf('first'))
    leave()
    const late = await until('what was logged late', async () => sink.events[1])
    assert.equal(late.text.trim(), 'Left over')
    assert.equal(late.object, 'lambda_checkout')
  })

  it('store also what other loggers committed, before they return', async () => {
    const handle = lambdaEvents(() => {
      const log = new GenericLogger({ id: 7 }, 'order')
      log.info('Packed')
      void log.commit()
    })
    await handle({}, contextOf())
    const order = sink.find('order_7')
    assert.equal(order.trace, sink.find('lambda_checkout').trace)
  })

  it('store what other loggers logged outside of them, before they return', async () => {
    const timer = new ManualTimer()
    const logger = pino({}, pinoStream({ startTimer: timer.start, object: 'shop' }))
    logger.info('Loaded')
    await lambdaEvents(() => undefined)({}, contextOf())
    assert.equal(sink.find('pino_shop').text, 'Loaded')
    assert.deepEqual(timer.waits, [])
  })

  it('store also what other loggers logged while they stored theirs', async () => {
    const logger = pino({}, pinoStream({ startTimer: new ManualTimer().start, object: 'shop' }))
    const { sink: noticing, stored } = noticingSink()
    configure({ sink: noticing })
    const logged = stored.then(() => logger.info('Meanwhile'))
    await lambdaEvents(() => undefined)({}, contextOf())
    await logged
    assert.equal(sink.find('pino_shop').text, 'Meanwhile')
  })

  it('return in time where nothing can be stored', async () => {
    let goOn: () => void = () => undefined
    const stuck = new Promise<void>((resolve) => {
      goOn = resolve
    })
    configure({
      sink: {
        write: async (event) => {
          await stuck
          return await sink.write(event)
        },
      },
    })
    const context = contextOf('r-1', 400)
    assert.equal(await lambdaEvents(() => 'well', { beforeTimeoutMs: 0 })({}, context), 'well')
    assert.ok(context.getRemainingTimeInMillis() > 0)
    goOn()
    await flush()
    assert.equal(sink.only().title, 'Invoked checkout')
  })

  it('refuse options that cannot be', () => {
    assert.throws(() => lambdaEvents(() => 1, { prefix: 'a_b' }), { code: 'prefix-invalid' })
    assert.throws(() => lambdaEvents(() => 1, { beforeTimeoutMs: -1 }), { code: 'option-invalid' })
    assert.throws(() => lambdaEvents(() => 1, { flushTimeoutMs: NaN }), { code: 'option-invalid' })
  })
})
