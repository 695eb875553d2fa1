import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import pino from 'pino'
import { configure, flush, GenericLogger, ledger } from 'stacktale'
import { pinoStream } from 'stacktale/pino'
import { memorySink } from 'stacktale/testing'
import { ManualTimer } from '../lines/manual-timer.ts'
import { inOrder, inTwoOrders } from '../orders.ts'

describe('pinoStream', () => {
  const sink = memorySink()
  const timer = new ManualTimer()
  const options = { startTimer: timer.start, object: 'shop' }

  beforeEach(() => {
    sink.clear()
    configure({ sink })
  })

  afterEach(async () => {
    timer.ring()
    await flush()
  })

  after(() => {
    configure({ sink: undefined, level: undefined })
  })

  it('puts lines into the event that they were logged in, as deep as the calls in the code', async () => {
    const logger = pino({}, pinoStream(options))

    async function order(id: number): Promise<void> {
      logger.info(`Ordering ${id}`)
      await reserve(id)
      logger.info(`Ordered ${id}`)
    }

    async function reserve(id: number): Promise<void> {
      logger.info(`Reserving ${id}`)
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
      [1, 2].map((id) =>
        [
          `Ordering ${id}`,
          `  Reserving ${id}`,
          `    Asking for ${id}`,
          `  Reserved ${id}`,
          `Ordered ${id}`,
        ].join('\n'),
      ),
    )
    assert.equal(sink.events.length, 2)
  })

  it('is as deep as the lines of the logger itself', async () => {
    const logger = pino({}, pinoStream(options))
    const log = new GenericLogger({ id: 1 }, 'order')
    function inner(): void {
      log.info('own')
      logger.info("pino's")
    }
    log.run(() => {
      logger.info('first')
      inner()
    })
    await log.commit()
    const { lines } = sink.only()
    assert.deepEqual(
      lines.map(({ depth }) => depth),
      [0, 1, 1],
    )
  })

  it('keeps data, bindings and mixins, and leaves out what every pino line has', async () => {
    const logger = pino(
      {
        mixin: () => ({ region: 'eu' }),
        serializers: { user: ({ id }: { id: number }) => `user ${id}` },
        timestamp: pino.stdTimeFunctions.isoTime,
      },
      pinoStream(options),
    )
    await inOrder(() => {
      logger.child({ request: 7 }).info({ user: { id: 42 }, left: 3 }, 'Found %s', 'it')
      logger.info('Nothing beside')
    })
    const [first, second] = sink.only().lines
    assert.equal(first?.text, 'Found it')
    assert.deepEqual(first?.data, { request: 7, region: 'eu', user: 'user 42', left: 3 })
    assert.deepEqual(second?.data, { region: 'eu' })
  })

  it('keeps data that are called as what every pino line has', async () => {
    const logger = pino(pinoStream(options))
    await inOrder(() => logger.info({ pid: process.pid + 1, hostname: 'a-2' }, 'Started a worker'))
    const [line] = sink.only().lines
    assert.deepEqual(line?.data, { pid: process.pid + 1, hostname: 'a-2' })
  })

  it('takes the keys that pino was given', async () => {
    const logger = pino({ messageKey: 'text', errorKey: 'problem' }, pinoStream(options))
    await inOrder(() => logger.error(new RangeError('Too many'), 'Could not order'))
    const [line] = sink.only().lines
    assert.equal(line?.text, 'Could not order')
    assert.equal(line?.error?.name, 'RangeError')
    assert.equal(line?.error?.message, 'Too many')
    assert.equal(line?.data, undefined)
  })

  it('keeps an error with its stack, its code and its causes', async () => {
    const logger = pino({}, pinoStream(options))
    class ShelfError extends Error {
      readonly code = 'E_SHELF'
    }
    const cause = new TypeError('No such shelf', { cause: new Error('Burnt down') })
    await inOrder(() => {
      logger.error(new ShelfError('Could not reserve', { cause }))
      logger.warn(
        { err: new AggregateError([new Error('one'), new Error('two')], 'Both') },
        'Twice',
      )
    })
    const [first, second] = sink.only().lines
    assert.equal(first?.text, 'ShelfError: Could not reserve')
    const { error } = first ?? {}
    assert.equal(error?.name, 'ShelfError')
    assert.equal(error?.message, 'Could not reserve')
    assert.equal(error?.code, 'E_SHELF')
    assert.match(error?.stack ?? '', /^at .*pino-stream\.test/m)
    assert.doesNotMatch(error?.stack ?? '', /caused by|No such shelf/)
    assert.equal(error?.cause?.name, 'TypeError')
    assert.equal(error?.cause?.message, 'No such shelf')
    assert.match(error?.cause?.stack ?? '', /^at .*pino-stream\.test/m)
    assert.equal(error?.cause?.cause?.message, 'Burnt down')
    assert.equal(second?.text, 'Twice')
    assert.deepEqual(
      second?.error?.errors?.map(({ message }) => message),
      ['one', 'two'],
    )
  })

  it('keeps a cause that the serializer wrote as an object', async () => {
    const logger = pino(
      { serializers: { err: pino.stdSerializers.errWithCause } },
      pinoStream(options),
    )
    await inOrder(() => logger.error(new Error('outer', { cause: new TypeError('inner') })))
    const [line] = sink.only().lines
    assert.equal(line?.text, 'Error: outer')
    assert.equal(line?.error?.cause?.name, 'TypeError')
    assert.equal(line?.error?.cause?.message, 'inner')
  })

  it('does not bring back what pino redacted', async () => {
    const logger = pino({ redact: ['err.token', 'card'] }, pinoStream(options))
    await inOrder(() =>
      logger.error({ err: Object.assign(new Error('no'), { token: 'xyzzy' }), card: 'plugh' }),
    )
    assert.doesNotMatch(JSON.stringify(sink.only()), /xyzzy|plugh/)
  })

  describe('levels', () => {
    async function levelsOf(logger: object, names: readonly string[]): Promise<unknown> {
      await inOrder(() => {
        for (const name of names) Reflect.apply(Reflect.get(logger, name), logger, [name])
      })
      return sink.events.flatMap(({ lines }) => lines.map(({ text, level }) => `${text} ${level}`))
    }
    const NAMES = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']
    const ALL = [
      'trace debug',
      'debug debug',
      'info info',
      'warn warn',
      'error error',
      'fatal error',
    ]

    it('are mapped from numbers', async () => {
      assert.deepEqual(await levelsOf(pino({ level: 'trace' }, pinoStream(options)), NAMES), ALL)
    })

    it('are mapped from names', async () => {
      const formatters = { level: (label: string) => ({ level: label.toUpperCase() }) }
      const logger = pino({ level: 'trace', formatters }, pinoStream(options))
      assert.deepEqual(await levelsOf(logger, NAMES), ALL)
    })

    it('are mapped from names where the level goes by another key', async () => {
      const formatters = { level: (label: string) => ({ severity: label }) }
      const logger = pino({ level: 'trace', formatters }, pinoStream(options))
      assert.deepEqual(await levelsOf(logger, NAMES), ALL)
    })

    it("are mapped by rank where they are the application's own", async () => {
      const customLevels = { chatty: 12, loud: 45, notice: 33 }
      const logger = pino({ level: 'trace', customLevels }, pinoStream(options))
      assert.deepEqual(await levelsOf(logger, Object.keys(customLevels)), [
        'chatty debug',
        'loud warn',
        'notice info',
      ])
    })

    it("are filtered by pino's own", async () => {
      const logger = pino({ level: 'error' }, pinoStream(options))
      assert.deepEqual(await levelsOf(logger, NAMES), ['error error', 'fatal error'])
    })

    it("are filtered by a multistream's", async () => {
      const others: string[] = []
      const streams = [
        { level: 'trace' as const, stream: { write: (line: string) => void others.push(line) } },
        { level: 'warn' as const, stream: pinoStream(options) },
      ]
      const logger = pino({ level: 'trace', messageKey: 'text' }, pino.multistream(streams))
      assert.deepEqual(await levelsOf(logger, NAMES), ['warn warn', 'error error', 'fatal error'])
      assert.equal(others.length, NAMES.length)
    })

    it("are filtered by the engine's", async () => {
      configure({ level: 'warn' })
      try {
        const logger = pino({ level: 'trace' }, pinoStream(options))
        assert.deepEqual(await levelsOf(logger, NAMES), ['warn warn', 'error error', 'fatal error'])
        logger.info('Outside')
        assert.deepEqual(timer.waits, [])
      } finally {
        configure({ level: undefined })
      }
    })
  })

  it('tells a line without a message by its data, and one that is no JSON as it is', async () => {
    const stream = pinoStream(options)
    const logger = pino({}, stream)
    await inOrder(() => {
      logger.info({ left: 3 })
      stream.write('Not JSON at all\n')
    })
    const [first, second] = sink.only().lines
    assert.match(first?.text ?? '', /left.*3/)
    assert.equal(second?.text, 'Not JSON at all')
  })

  it('makes one event of the lines outside of events, when the time is over', async () => {
    const logger = pino({}, pinoStream({ ...options, batchMs: 250 }))
    function inner(): void {
      logger.warn('two')
    }
    logger.info('one')
    inner()
    assert.deepEqual(timer.waits, [250])
    assert.equal(ledger().inFlight, 0)
    timer.ring()
    assert.equal(ledger().inFlight, 1)
    await flush()
    const { object, text, lines, unfinished } = sink.only()
    assert.equal(object, 'pino_shop')
    assert.equal(text, 'one\ntwo')
    assert.equal(unfinished, undefined)
    assert.match(lines[1]?.source ?? '', /pino-stream\.test\.js:\d+$/)
  })

  it('makes few events of 10,000 lines', async () => {
    const logger = pino({}, pinoStream({ ...options, batchLines: 4000 }))
    for (let line = 0; line < 10_000; line += 1) logger.info(`line ${line}`)
    timer.ring()
    await flush()
    assert.deepEqual(
      sink.events.map(({ lines }) => lines.length),
      [4000, 4000, 2000],
    )
    assert.equal(sink.last().lines.at(-1)?.text, 'line 9999')
  })

  it('is committed by flush()', async () => {
    const logger = pino({}, pinoStream(options))
    logger.info('one')
    await flush()
    assert.equal(sink.only().text, 'one')
    assert.equal(sink.only().unfinished, undefined)
    assert.deepEqual(timer.waits, [])
    logger.info('two')
    const { inFlight } = await flush()
    assert.equal(inFlight, 0)
    assert.equal(sink.last().text, 'two')
  })

  it("commits at pino's flush, which calls back when all is stored", async () => {
    const logger = pino({}, pinoStream(options))
    logger.info('Flushed')
    await new Promise<void>((resolve, reject) => {
      logger.flush((error) => (error === undefined ? resolve() : reject(error)))
    })
    assert.equal(sink.only().text, 'Flushed')
    assert.deepEqual(timer.waits, [])
  })

  it('commits after a fatal line, as the process may end', async () => {
    pino({}, pinoStream(options)).fatal('The end')
    assert.deepEqual(timer.waits, [])
    await flush()
    assert.equal(sink.only().text, 'The end')
  })

  it('makes no lines of what a sink logs', async () => {
    const logger = pino({}, pinoStream(options))
    let writes = 0
    configure({
      sink: {
        write: async (event) => {
          writes += 1
          logger.info('Storing')
          await turn()
          logger.info('Stored')
          return await sink.write(event)
        },
      },
    })
    const log = new GenericLogger({ id: 1 }, 'order')
    await log.run(async () => {
      logger.info('In the event')
      await log.commit()
    })
    logger.info('Outside')
    timer.ring()
    await flush()
    timer.ring()
    await flush()
    assert.equal(writes, 2)
    assert.deepEqual(
      sink.events.map(({ text }) => text),
      ['In the event', 'Outside'],
    )
  })

  it('rejects options that cannot be', () => {
    assert.throws(() => pinoStream({ prefix: 'my_pino' }), { code: 'prefix-invalid' })
    assert.throws(() => pinoStream({ object: '' }), { code: 'object-without-id' })
    assert.throws(() => pinoStream({ batchMs: 0 }), { code: 'option-invalid' })
  })
})
