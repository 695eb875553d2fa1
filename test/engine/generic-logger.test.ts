import assert from 'node:assert/strict'
import { configure, flush, GenericLogger, StacktaleError } from 'stacktale'
import type { Sink } from 'stacktale'
import type { MemorySink } from 'stacktale/testing'
import { memorySink } from 'stacktale/testing'

const DEFAULTS = {
  sink: undefined,
  clock: undefined,
  level: undefined,
  retentionDays: undefined,
  service: undefined,
  onFailure: undefined,
}

describe('GenericLogger', () => {
  const user = { id: 42, name: 'Ada' }
  let sink: MemorySink

  beforeEach(() => {
    sink = memorySink()
    configure({ ...DEFAULTS, sink })
  })
  afterEach(() => configure(DEFAULTS))

  it('commits what it gathered as one event under the object', async () => {
    const log = new GenericLogger(user, 'workout')
    log.addMessage('Starting workout generation')
    log.debug('Looking up the phase')
    log.info('Picked exercise', { id: 9, reps: 12 })
    log.warn('Little time left')
    const receipt = await log.commit()
    const [event] = sink.events
    assert.ok(event !== undefined)
    assert.equal(sink.events.length, 1)
    assert.equal(event.object, 'workout_42')
    assert.equal(event.prefix, 'workout')
    assert.equal(event.id, '42')
    assert.equal(event.level, 'warn')
    assert.equal(event.title, 'Starting workout generation')
    assert.deepEqual(
      event.lines.map(({ level, text, data }) => [level, text, data]),
      [
        ['info', 'Starting workout generation', undefined],
        ['debug', 'Looking up the phase', undefined],
        ['info', 'Picked exercise', { id: 9, reps: 12 }],
        ['warn', 'Little time left', undefined],
      ],
    )
    assert.equal(receipt?.object, 'workout_42')
    assert.equal(receipt.timestamp, event.timestamp)
    assert.equal(receipt.lines, 4)
    assert.equal(receipt.writeUnits, 2)
    assert.ok(receipt.bytes > 100 && receipt.bytes < 1024)
  })

  it('stores nothing when nothing was logged', async () => {
    const log = new GenericLogger(user, 'workout')
    assert.equal(await log.commit(), undefined)
    log.info('One')
    await log.commit()
    assert.equal(await log.commit(), undefined)
    assert.equal(sink.events.length, 1)
  })

  it('opens the next event with what is logged after a commit', async () => {
    const log = new GenericLogger(user, 'workout')
    log.info('First')
    const first = log.commit()
    log.info('Second')
    await Promise.all([first, log.commit()])
    assert.deepEqual(
      sink.events.map(({ text }) => text),
      ['First', 'Second'],
    )
    const [a, b] = sink.events.map(({ timestamp }) => timestamp)
    assert.ok(a !== undefined && b !== undefined && a < b)
  })

  it('indents a line by the calls between the outermost line and its own, across await', async () => {
    const log = new GenericLogger(user, 'workout')
    async function choose(): Promise<void> {
      log.info('Choosing')
      await new Promise((resolve) => setImmediate(resolve))
      log.info('Still choosing')
      await filter()
      log.info('Chosen')
    }
    async function filter(): Promise<void> {
      log.info('Filtering')
      await Promise.resolve()
      log.info('Filtered')
      for (const name of ['a', 'b']) reject(name)
    }
    function reject(name: string): void {
      log.info(`Rejected ${name}`)
    }
    log.info('Start')
    await choose()
    await Promise.all([choose(), choose()])
    log.info('End')
    await log.commit()
    const chosen =
      '  Choosing|  Still choosing|    Filtering|    Filtered|      Rejected a|      Rejected b|  Chosen'
    const lines = new Set(chosen.split('|').concat('Start', 'End'))
    assert.deepEqual(new Set(sink.events[0]?.text.split('\n')), lines)
    assert.equal(sink.events[0]?.lines.length, 2 + 3 * 7)
  })

  it('gives the shallowest line depth 0, wherever it comes', async () => {
    const log = new GenericLogger(user, 'workout')
    function inner(): void {
      log.info('Inner')
    }
    inner()
    log.info('Outer')
    await log.commit()
    assert.equal(sink.events[0]?.text, '  Inner\nOuter')
  })

  it('nests a step, times it, and returns what it returns', async () => {
    let now = 1_000
    configure({ clock: () => now })
    const log = new GenericLogger(user, 'workout')
    const value = await log.step('Recreating exercise filter', async () => {
      log.info('Reading equipment')
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          now += 25
          log.info('Read')
          resolve()
        })
      })
      return 7
    })
    log.info('Done')
    await log.commit()
    assert.equal(value, 7)
    assert.equal(
      sink.events[0]?.text,
      'Recreating exercise filter\n  Reading equipment\n    Read\nDone',
    )
    assert.equal(sink.events[0].lines[0]?.took, 25)
    assert.equal(sink.events[0].lines[2]?.elapsed, 25)
    assert.equal(sink.events[0].duration, 25)
  })

  it('logs the error of a step once, where it came up, and throws it on', async () => {
    const log = new GenericLogger(user, 'workout')
    const failure = new RangeError('No legs', { cause: new Error('Gone') })
    const outer = log.step('Outer', () =>
      log.step('Inner', () => {
        throw failure
      }),
    )
    await assert.rejects(outer, failure)
    await log.commit()
    assert.equal(sink.events[0]?.text, 'Outer\n  Inner\n    RangeError: No legs')
    assert.equal(sink.events[0].level, 'error')
    assert.equal(sink.events[0].lines[2]?.error?.cause?.message, 'Gone')
  })

  it('keeps two loggers apart, also where one has a step inside the other’s', async () => {
    const one = new GenericLogger(user, 'workout')
    const other = new GenericLogger(user, 'progress')
    await one.step('One', () =>
      other.step('Other', () => {
        one.info('Inside both, to one')
        other.info('Inside both, to other')
      }),
    )
    await one.commit()
    await other.commit()
    assert.deepEqual(
      sink.events.map(({ text }) => text),
      ['One\n    Inside both, to one', 'Other\n  Inside both, to other'],
    )
  })

  it('takes any thrown value as an error', async () => {
    const log = new GenericLogger(user, 'workout')
    log.error(new TypeError('Bad'), { attempt: 2 })
    log.error('Could not save', new Error('Disk full'))
    log.error({ status: 500 })
    log.error(undefined)
    log.error('Only words', { attempt: 3 })
    await log.commit()
    const lines = sink.events[0]?.lines ?? []
    assert.deepEqual(
      lines.map(({ text, error, data }) => [text, error?.name, data]),
      [
        ['TypeError: Bad', 'TypeError', { attempt: 2 }],
        ['Could not save', 'Error', undefined],
        ['object: {"status":500}', 'object', undefined],
        ['undefined: [undefined]', 'undefined', undefined],
        ['Only words', undefined, { attempt: 3 }],
      ],
    )
    assert.match(lines[0]?.error?.stack ?? '', /^at .*generic-logger\.test/)
  })

  it('drops lines below the level that is set', async () => {
    configure({ level: 'warn' })
    const log = new GenericLogger(user, 'workout')
    log.info('Not this')
    log.warn('But this')
    await log.commit()
    assert.equal(sink.events[0]?.text, 'But this')
  })

  it('says when an event expires, 30 days on unless told otherwise', async () => {
    const committedAt = 1_732_184_700_000
    configure({ clock: () => committedAt })
    const log = new GenericLogger(user, 'workout')
    for (const retentionDays of [undefined, 1, Infinity]) {
      configure({ retentionDays })
      log.info('Line')
      await log.commit()
    }
    const day = 86_400
    const second = committedAt / 1000
    assert.deepEqual(
      sink.events.map(({ expires }) => expires),
      [second + 30 * day, second + day, undefined],
    )
  })

  it('names the service by option, else by environment', async () => {
    const log = new GenericLogger(user, 'workout')
    process.env['STACKTALE_SERVICE'] = 'from-environment'
    log.info('One')
    await log.commit()
    configure({ service: 'from-option' })
    log.info('Two')
    await log.commit()
    delete process.env['STACKTALE_SERVICE']
    assert.deepEqual(
      sink.events.map(({ service }) => service),
      ['from-environment', 'from-option'],
    )
  })

  it('copies data at once, so that later changes do not show', async () => {
    const log = new GenericLogger(user, 'workout')
    const data = { reps: 12 }
    log.info('Before', data)
    data.reps = 0
    await log.commit()
    assert.deepEqual(sink.events[0]?.lines[0]?.data, { reps: 12 })
  })

  it('can be extended by a domain logger that keeps the wording', async () => {
    class WorkoutLogger extends GenericLogger<typeof user> {
      constructor(about: typeof user) {
        super(about, 'workout')
      }
      start(): void {
        this.addMessage(`Starting workout generation for ${this.subject.name}`)
      }
    }
    const log = new WorkoutLogger(user)
    log.start()
    await log.commit()
    assert.equal(sink.events[0]?.text, 'Starting workout generation for Ada')
  })

  it('commits at the end of an await using scope, also when it is left by a throw', async () => {
    const generate = async (): Promise<void> => {
      await using log = new GenericLogger(user, 'workout')
      log.info('Half way')
      throw new Error('Stopped')
    }
    await assert.rejects(generate(), /Stopped/)
    assert.equal(sink.events[0]?.text, 'Half way')
  })

  it('tells the one who awaits a failed commit, and disturbs nobody who does not', async () => {
    const reported: string[] = []
    const stored = memorySink()
    let isGone = true
    const failing: Sink = {
      write: (event) =>
        isGone ? Promise.reject(new Error('The disk is gone')) : stored.write(event),
    }
    configure({ sink: failing, onFailure: (error) => reported.push(error.code) })
    const log = new GenericLogger(user, 'workout')
    log.info('One')
    const awaited = log.commit()
    await assert.rejects(awaited, (error) => {
      return (
        error instanceof StacktaleError &&
        error.code === 'sink-failed' &&
        /The disk is gone/.test(error.message)
      )
    })
    log.info('Two')
    void log.commit()
    {
      await using scoped = new GenericLogger(user, 'workout')
      scoped.info('Three')
    }
    assert.deepEqual(reported, ['sink-failed', 'sink-failed', 'sink-failed'])
    isGone = false
    assert.equal((await flush()).inFlight, 0)
    assert.deepEqual(
      stored.events.map(({ text }) => text),
      ['One', 'Two', 'Three'],
    )
  })
})
