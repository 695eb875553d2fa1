import assert from 'node:assert/strict'
import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { configure, flush, GenericLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import type { WinstonTransportOptions } from 'stacktale/winston'
import { WinstonTransport } from 'stacktale/winston'
import winston from 'winston'
import { ManualTimer } from '../lines/manual-timer.ts'
import { inOrder, inTwoOrders } from '../orders.ts'
import { SlowStream } from './slow-stream.ts'

const { combine, errors, splat, colorize, timestamp, json } = winston.format

describe('WinstonTransport', () => {
  const sink = memorySink()
  const timer = new ManualTimer()

  beforeEach(() => {
    sink.clear()
    configure({ sink })
  })

  afterEach(async () => {
    timer.ring()
    await flush()
  })

  after(() => {
    configure({ sink: undefined })
  })

  function transport(options: WinstonTransportOptions = {}): WinstonTransport {
    return new WinstonTransport({ startTimer: timer.start, object: 'shop', ...options })
  }

  function loggerWith(options: winston.LoggerOptions = {}): winston.Logger {
    return winston.createLogger({ transports: [transport()], ...options })
  }

  it('puts lines into the event that they were logged in, as deep as the calls in the code', async () => {
    const logger = loggerWith()

    async function order(id: number): Promise<void> {
      logger.info(`Ordering ${id}`)
      await reserve(id)
      logger.info(`Ordered ${id}`)
    }

    async function reserve(id: number): Promise<void> {
      await turn()
      await ask(id)
      logger.info(`Reserved ${id}`)
    }

    async function ask(id: number): Promise<void> {
      await turn()
      logger.child({ part: 'shelf' }).info(`Asking for ${id}`)
    }

    await inTwoOrders(order)
    assert.deepEqual(
      [1, 2].map((id) => sink.find(`order_${id}`).text),
      [1, 2].map((id) => `Ordering ${id}\n    Asking for ${id}\n  Reserved ${id}\nOrdered ${id}`),
    )
    assert.equal(sink.events.length, 2)
  })

  it('puts a line where it was logged, though winston hands it over later', async () => {
    const logger = loggerWith({ transports: [transport({ format: json() })] })
    const busy = new SlowStream()
    logger.pipe(busy)
    const log = new GenericLogger({ id: 1 }, 'order')
    function inner(): void {
      logger.info('Inner')
    }
    log.run(() => {
      logger.info('Outer')
      inner()
      logger.info('Outer again')
    })
    const over = new GenericLogger({ id: 2 }, 'order')
    over.run(() => {
      over.info('Said before')
      logger.info('Too late for its event')
    })
    await over.commit()
    assert.equal(sink.only().text, 'Said before')
    while (busy.goOn()) await turn()
    await log.commit()
    timer.ring()
    await flush()
    assert.equal(sink.find('order_1').text, 'Outer\n  Inner\nOuter again')
    assert.equal(sink.find('winston_shop').text, 'Too late for its event')
    assert.equal(sink.events.length, 3)
  })

  it("puts a line that comes late, and that the logger's format has copied, in nobody else's event", async () => {
    const copied = winston.format((info) => ({ ...info }))
    const logger = loggerWith({ format: copied() })
    const busy = new SlowStream()
    logger.pipe(busy)
    logger.info('First')
    logger.info('Late')
    const log = new GenericLogger({ id: 1 }, 'order')
    await log.run(async () => {
      log.info('Own')
      busy.goOn()
      await turn()
    })
    await log.commit()
    timer.ring()
    await flush()
    assert.equal(sink.find('winston_shop').text, 'First\nLate')
    assert.equal(sink.find('order_1').text, 'Own')
  })

  it('keeps meta as data, and splat and colours out of the way', async () => {
    const logger = loggerWith({
      format: combine(timestamp(), splat(), colorize({ all: true }), json()),
      defaultMeta: { service: 'shop' },
    })
    await inOrder(() => {
      logger.warn('Left: %d of %s', 3, 'Core', { shelf: 'B' })
      logger.log({ level: 'info', message: 'As one object', minutes: 35 })
    })
    const [first, second] = sink.only().lines
    assert.equal(first?.text, 'Left: 3 of Core')
    assert.equal(first?.level, 'warn')
    assert.deepEqual(first?.data, { service: 'shop', shelf: 'B' })
    assert.equal(second?.text, 'As one object')
    assert.deepEqual(second?.data, { service: 'shop', minutes: 35 })
  })

  for (const [name, format] of [
    ['with the format for errors', errors({ stack: true, cause: true })],
    ['without it', json()],
  ] as const) {
    it(`keeps errors with their stacks and causes, ${name}`, async () => {
      const logger = loggerWith({ format })
      const failure = (): Error =>
        Object.assign(new RangeError('Too many', { cause: new TypeError('No shelf') }), {
          code: 'E_MANY',
        })
      await inOrder(() => {
        logger.error(failure())
        logger.error('Could not order:', failure())
        logger.log({ level: 'error', message: 'In a field', error: failure(), left: 3 })
        logger.log('error', 'At the end', failure())
      })
      const { lines } = sink.only()
      assert.deepEqual(
        lines.map(({ text }) => text),
        ['RangeError: Too many', 'Could not order: Too many', 'In a field', 'At the end Too many'],
      )
      for (const { error } of lines) {
        assert.equal(error?.name, 'RangeError')
        assert.equal(error?.message, 'Too many')
        assert.match(error?.stack ?? '', /^at .*winston-transport\.test/m)
        assert.equal(error?.cause?.name, 'TypeError')
        assert.equal(error?.cause?.message, 'No shelf')
      }
      assert.deepEqual(lines[2]?.data, { left: 3 })
    })
  }

  it('tells what nobody caught', async () => {
    const logger = loggerWith({ transports: [transport({ handleExceptions: true })] })
    try {
      const info: unknown = logger.exceptions.getAllInfo(new RangeError('Nobody caught this'))
      await inOrder(() => logger.log(Object(info)))
    } finally {
      logger.exceptions.unhandle()
    }
    const [line] = sink.only().lines
    assert.equal(line?.text, 'uncaughtException: Nobody caught this')
    assert.equal(line?.level, 'error')
    assert.equal(line?.error?.name, 'RangeError')
    assert.equal(Reflect.get(Object(line?.data), 'error'), undefined)
  })

  it('maps levels, of winston, of syslog and of nobody', async () => {
    const npm = loggerWith({ level: 'silly' })
    const levels = { ...winston.config.syslog.levels, odd: 8 }
    const syslog = loggerWith({ level: 'odd', levels })
    await inOrder(() => {
      for (const level of Object.keys(winston.config.npm.levels)) npm.log(level, level)
      for (const level of Object.keys(levels)) syslog.log(level, level)
    })
    assert.deepEqual(
      sink.only().lines.map(({ text, level }) => `${text} ${level}`),
      [
        'error error',
        'warn warn',
        'info info',
        'http debug',
        'verbose debug',
        'debug debug',
        'silly debug',
        'emerg error',
        'alert error',
        'crit error',
        'error error',
        'warning warn',
        'notice info',
        'info info',
        'debug debug',
        'odd info',
      ],
    )
  })

  it("leaves winston's own filters in force", async () => {
    const byLogger = loggerWith({ level: 'error' })
    const byTransport = loggerWith({ level: 'silly', transports: [transport({ level: 'warn' })] })
    const bySilence = loggerWith({ transports: [transport({ silent: true })] })
    await inOrder(() => {
      for (const logger of [byLogger, byTransport, bySilence]) {
        logger.info('info')
        logger.warn('warn')
        logger.error('error')
      }
    })
    assert.deepEqual(
      sink.only().lines.map(({ text }) => text),
      ['error', 'warn', 'error'],
    )
  })

  it('tells winston of each line', async () => {
    const own = transport()
    const logger = winston.createLogger({ transports: [own] })
    const logged = once(own, 'logged')
    logger.info('Told')
    const [info]: unknown[] = await logged
    assert.equal(Reflect.get(Object(info), 'message'), 'Told')
  })

  it('never throws into winston', async () => {
    const failures: string[] = []
    configure({ onFailure: ({ code }) => void failures.push(code) })
    try {
      const logger = loggerWith()
      logger.info('Wrong', { toString: 1, a: 1n })
      const own = transport()
      let isDone = false
      const broken = {
        message: 'Broken',
        get trap(): never {
          throw new Error('trap')
        },
      }
      own.log(broken, () => {
        isDone = true
      })
      assert.ok(isDone)
      assert.deepEqual(failures, ['sink-failed'])
    } finally {
      configure({ onFailure: undefined })
    }
  })

  it('makes one event of the lines outside of events, committed when the logger ends', async () => {
    configure({
      sink: {
        write: async (event) => {
          for (let turns = 0; turns < 10; turns += 1) await turn()
          return await sink.write(event)
        },
      },
    })
    const logger = loggerWith()
    logger.info('one')
    logger.info('two')
    assert.equal(timer.waits.length, 1)
    const finished = once(logger, 'finish')
    logger.end()
    await finished
    const { object, text } = sink.only()
    assert.equal(object, 'winston_shop')
    assert.equal(text, 'one\ntwo')
    assert.deepEqual(timer.waits, [])
  })

  it('is committed by flush()', async () => {
    const logger = loggerWith()
    logger.info('one')
    logger.warn('two')
    await flush()
    assert.equal(sink.only().text, 'one\ntwo')
    assert.deepEqual(timer.waits, [])
  })

  it('commits when it is removed from its logger', async () => {
    const own = transport()
    const logger = winston.createLogger({ transports: [own] })
    logger.info('one')
    logger.remove(own)
    assert.deepEqual(timer.waits, [])
    await flush()
    assert.equal(sink.only().text, 'one')
  })

  it('makes few events of 10,000 lines', async () => {
    const logger = loggerWith()
    for (let line = 0; line < 10_000; line += 1) logger.info(`line ${line}`)
    timer.ring()
    await flush()
    assert.deepEqual(
      sink.events.map(({ lines }) => lines.length),
      [5000, 5000],
    )
  })
})
