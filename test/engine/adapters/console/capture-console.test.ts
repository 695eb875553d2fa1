import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { configure, flush, GenericLogger } from 'stacktale'
import { captureConsole } from 'stacktale/console'
import type { CaptureConsoleOptions } from 'stacktale/console'
import { memorySink } from 'stacktale/testing'
import { ManualTimer } from '../lines/manual-timer.ts'
import { inOrder, inTwoOrders } from '../orders.ts'

describe('captureConsole', () => {
  const sink = memorySink()
  const timer = new ManualTimer()
  const originals = { ...console }
  let restores: (() => Promise<void>)[] = []

  beforeEach(() => {
    sink.clear()
    configure({ sink })
  })

  afterEach(async () => {
    for (const restore of restores) await restore()
    restores = []
    Object.assign(console, originals)
    await flush()
  })

  after(() => {
    configure({ sink: undefined, onFailure: undefined })
  })

  function capture(options: CaptureConsoleOptions = {}): () => Promise<void> {
    const restore = captureConsole({
      passThrough: false,
      startTimer: timer.start,
      object: 'shop',
      ...options,
    })
    restores.push(restore)
    return restore
  }

  it('puts lines into the event that they were printed in, as deep as the calls in the code', async () => {
    capture()

    async function order(id: number): Promise<void> {
      console.log(`Ordering ${id}`)
      await reserve(id)
      console.info(`Ordered ${id}`)
    }

    async function reserve(id: number): Promise<void> {
      await turn()
      console.debug(`Reserving ${id}`)
      await turn()
    }

    await inTwoOrders(order)
    assert.deepEqual(
      [1, 2].map((id) => sink.find(`order_${id}`).text),
      [1, 2].map((id) => `Ordering ${id}\n  Reserving ${id}\nOrdered ${id}`),
    )
  })

  it('formats as Node does, with the levels of the methods', async () => {
    capture()
    await inOrder(() => {
      console.log('%s has %d of %j', 'Core', 3, { a: 1 }, { left: [1, 2] })
      console.warn('warned')
      console.error('failed')
      console.debug('looked')
      console.table([{ a: 1, b: 2 }], ['a'])
      console.dir({ deep: { deeper: { deepest: {} } } }, { depth: 0 })
      console.assert(true, 'holds')
      console.assert(false, 'does not hold: %s', 'this')
      console.count('visits')
    })
    const { lines } = sink.only()
    assert.deepEqual(
      lines.map(({ text, level }) => `${level} ${text.split('\n', 1)[0]}`),
      [
        'info Core has 3 of {"a":1} { left: [ 1, 2 ] }',
        'warn warned',
        'error failed',
        'debug looked',
        'info ┌─────────┬───┐',
        'info { deep: [Object] }',
        'error Assertion failed: does not hold: this',
        'info visits: 1',
      ],
    )
    assert.match(lines[4]?.text ?? '', /│ 0 {7}│ 1 │/)
  })

  it('keeps the stack and the causes of errors, and their headings in the text', async () => {
    capture()
    const failure = new RangeError('Too many', { cause: new TypeError('No shelf') })
    await inOrder(() => {
      console.error(failure)
      console.log('Could not order:', failure, { left: 3 })
      console.error('Could not order: %s', failure)
      console.trace('Here %s', 'I am')
    })
    const { lines } = sink.only()
    assert.deepEqual(
      lines.map(({ text }) => text),
      [
        'RangeError: Too many',
        'Could not order: RangeError: Too many { left: 3 }',
        'Could not order: RangeError: Too many',
        'Trace: Here I am',
      ],
    )
    for (const { error } of lines.slice(0, 3)) {
      assert.match(error?.stack ?? '', /^at .*capture-console\.test/m)
      assert.equal(error?.cause?.message, 'No shelf')
    }
    assert.equal(lines[3]?.level, 'debug')
    assert.match(lines[3]?.error?.stack ?? '', /^at .*capture-console\.test/)
  })

  it('nests by groups, each event by its own', async () => {
    capture()
    const [one, two] = [1, 2].map((id) => new GenericLogger({ id }, 'order'))
    function inner(): void {
      console.log('inner')
    }
    one?.run(() => {
      console.group('A')
      console.group()
      console.log('a')
      inner()
    })
    two?.run(() => console.log('not in a group'))
    one?.run(() => {
      console.groupEnd()
      console.log('b')
      console.groupEnd()
      console.groupEnd()
      console.log('c')
    })
    await one?.commit()
    await two?.commit()
    assert.equal(sink.find('order_1').text, 'A\n    a\n      inner\n  b\nc')
    assert.equal(sink.find('order_2').text, 'not in a group')
  })

  it('prints what it captures all the same, once, but where that is not wanted', async () => {
    const printed: unknown[][] = []
    Object.assign(console, { log: (...details: unknown[]) => void printed.push(details) })
    const restore = capture({ passThrough: true })
    await inOrder(() => {
      console.log('both', 1)
      console.table('drawn by log')
    })
    await restore()
    capture({ passThrough: false })
    await inOrder(() => console.log('captured alone'))
    assert.deepEqual(printed, [['both', 1], ['drawn by log']])
    assert.deepEqual(
      sink.events.map(({ text }) => text),
      ['both 1\ndrawn by log', 'captured alone'],
    )
  })

  it('leaves alone what has another level', async () => {
    const printed: unknown[] = []
    Object.assign(console, { log: (text: unknown) => void printed.push(text) })
    capture({ levels: ['warn', 'error'] })
    await inOrder(() => {
      console.log('printed')
      console.warn('captured')
    })
    assert.deepEqual(printed, ['printed'])
    assert.equal(sink.only().text, 'captured')
  })

  it('restores the console as it was, in whatever order captures end', async () => {
    const first = capture()
    const second = capture()
    await first()
    await second()
    for (const [name, method] of Object.entries(originals)) {
      assert.equal(Reflect.get(console, name), method, name)
    }
  })

  it('captures once where two capture', async () => {
    capture({ prefix: 'first' })
    capture({ prefix: 'second', levels: ['warn'] })
    await inOrder(() => {
      console.log('to the first')
      console.warn('to the second')
    })
    assert.equal(sink.only().text, 'to the first\nto the second')
  })

  it('leaves the patches of others in place, and does nothing any more below them', async () => {
    const printed: unknown[] = []
    Object.assign(console, { log: (text: unknown) => void printed.push(text) })
    const restore = capture()
    const below = console.log
    const theirs = (text: unknown): void => below(`theirs: ${String(text)}`)
    Object.assign(console, { log: theirs })
    await restore()
    assert.equal(console.log, theirs)
    await inOrder(() => console.log('printed'))
    assert.deepEqual(printed, ['theirs: printed'])
    assert.deepEqual(sink.events, [])
  })

  it('makes one event of the lines outside of events, also when it is restored', async () => {
    const restore = capture()
    console.log('one')
    console.group('two')
    console.log('three')
    console.groupEnd()
    assert.deepEqual(timer.waits, [1000])
    await restore()
    const { object, text } = sink.only()
    assert.equal(object, 'console_shop')
    assert.equal(text, 'one\ntwo\nthree')
  })

  it('is committed by flush()', async () => {
    capture()
    console.log('one')
    console.warn('two')
    await flush()
    assert.equal(sink.only().text, 'one\ntwo')
    assert.deepEqual(timer.waits, [])
  })

  it('makes no lines of what a sink prints, in an event or outside, and prints it', async () => {
    const printed: unknown[] = []
    Object.assign(console, { log: (text: unknown) => void printed.push(text) })
    capture()
    let writes = 0
    const print = async (): Promise<void> => {
      console.log('Storing')
      await turn()
      console.log('Stored')
    }
    configure({
      sink: {
        write: async (event) => {
          writes += 1
          await print()
          return await sink.write(event)
        },
      },
    })
    const log = new GenericLogger({ id: 1 }, 'order')
    await log.run(async () => {
      console.log('In the event')
      await log.commit()
      await turn()
      console.log('In the next')
      await log.commit()
    })
    console.log('Outside')
    for (let round = 0; round < 3; round += 1) {
      timer.ring()
      await flush()
    }
    assert.equal(writes, 3)
    assert.equal(printed.length, 6)
    assert.deepEqual(
      sink.events.map(({ text }) => text),
      ['In the event', 'In the next', 'Outside'],
    )
  })

  it('makes no lines of what the application prints of failures', async () => {
    let isBroken = true
    const printed: unknown[] = []
    Object.assign(console, { error: (text: unknown) => void printed.push(text) })
    capture()
    configure({
      sink: {
        write: async (event) => {
          await turn()
          if (isBroken) throw new Error('Full')
          return await sink.write(event)
        },
      },
      onFailure: ({ message }) => {
        console.error(message)
      },
    })
    console.log('Outside')
    for (let round = 0; round < 3; round += 1) {
      timer.ring()
      await flush({ timeoutMs: 1 })
    }
    isBroken = false
    timer.ring()
    await flush()
    timer.ring()
    await flush()
    assert.ok(printed.length > 0)
    assert.deepEqual(
      sink.events.map(({ text }) => text),
      ['Outside'],
    )
  })

  it('rejects options that cannot be', () => {
    // @ts-expect-error a level that does not exist
    assert.throws(() => captureConsole({ levels: ['loud'] }), { code: 'option-invalid' })
    assert.equal(Reflect.get(console, 'log'), Reflect.get(originals, 'log'))
  })
})
