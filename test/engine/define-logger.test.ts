import assert from 'node:assert/strict'
import { configure, currentLogger, defineLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'

interface Component {
  readonly title: string
}

const workoutLogger = defineLogger('workout', {
  start: (minutes: number) => `Starting workout generation: ${minutes} minutes`,
  deadEnd: (component: Component, tried: number) => ({
    level: 'warn',
    text: `No exercises available for ${component.title}`,
    data: { tried },
  }),
  gaveUp: (error: unknown) => ({ level: 'error', text: 'Gave up', error }),
  broken: (component: Component | undefined) =>
    `Nothing left for ${(component ?? JSON.parse('undefined')).title}`,
})

describe('a catalogue of messages', () => {
  const sink = memorySink()
  before(() => configure({ sink }))
  after(() => configure({ sink: undefined }))
  beforeEach(() => sink.clear())

  it('becomes a logger with a method for each entry', async () => {
    const log = workoutLogger({ id: 42 })
    log.start(35)
    log.deadEnd({ title: 'Legs' }, 7)
    log.gaveUp(new RangeError('No legs'))
    log.info('By hand')
    await log.commit()
    const [event] = sink.events
    assert.equal(event?.object, 'workout_42')
    assert.deepEqual(
      event.lines.map(({ level, text, data, error }) => [level, text, data, error?.name]),
      [
        ['info', 'Starting workout generation: 35 minutes', undefined, undefined],
        ['warn', 'No exercises available for Legs', { tried: 7 }, undefined],
        ['error', 'Gave up', undefined, 'RangeError'],
        ['info', 'By hand', undefined, undefined],
      ],
    )
  })

  it('logs at the depth and the place of who calls it', async () => {
    const log = workoutLogger({ id: 42 })
    function inner(): void {
      log.deadEnd({ title: 'Core' }, 1)
      log.warn('Beside it')
    }
    log.start(1)
    inner()
    await log.commit()
    const [start, deadEnd, beside] = sink.events[0]?.lines ?? []
    assert.deepEqual([start?.depth, deadEnd?.depth, beside?.depth], [0, 1, 1])
    assert.match(deadEnd?.source ?? '', /test\/engine\/define-logger\.test\.[jt]s:\d+$/)
    const row = (source = ''): number => Number(source.split(':').at(-1))
    assert.equal(row(deadEnd?.source) + 1, row(beside?.source))
  })

  it('says so when an entry throws, and the application goes on', async () => {
    const log = workoutLogger({ id: 42 })
    log.broken(undefined)
    log.start(1)
    await log.commit()
    const [broken, start] = sink.events[0]?.lines ?? []
    assert.equal(broken?.text, 'The message "broken" could not be made')
    assert.equal(broken.error?.name, 'SyntaxError')
    assert.equal(start?.level, 'info')
  })

  it('refuses names that every logger has, and entries that are no functions', () => {
    const define = (catalogue: object): unknown =>
      Reflect.apply(defineLogger, undefined, ['workout', catalogue])
    assert.throws(() => define({ commit: () => 'x' }), {
      code: 'option-invalid',
      message: /"commit"/,
    })
    assert.throws(() => define({ start: 'x' }), {
      code: 'option-invalid',
      message: /must be a function/,
    })
    assert.throws(() => defineLogger('work_out', {}), { code: 'prefix-invalid' })
  })
})

describe('the current logger', () => {
  const sink = memorySink()
  before(() => configure({ sink }))
  after(() => configure({ sink: undefined }))
  beforeEach(() => sink.clear())

  it('is found five calls down, through await, timers and callbacks', async () => {
    const log = workoutLogger({ id: 1 })
    const down = async (calls: number): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve))
      if (calls > 0) await down(calls - 1)
      else currentLogger()?.info('Found')
    }
    await log.run(() => down(5))
    await log.step('In a step', () => down(1))
    assert.equal(currentLogger(), undefined)
    await log.commit()
    assert.deepEqual(
      sink.events[0]?.lines.map(({ text }) => text),
      ['Found', 'In a step', 'Found'],
    )
  })

  it('is each flow’s own', async () => {
    const logs = [1, 2, 3].map((id) => workoutLogger({ id }))
    await Promise.all(
      logs.map((log, index) =>
        log.run(async () => {
          await new Promise((resolve) => setImmediate(resolve))
          currentLogger()?.info(`For ${index + 1}`)
        }),
      ),
    )
    await Promise.all(logs.map((log) => log.commit()))
    assert.deepEqual(
      sink.events.map(({ object, text }) => [object, text]),
      [
        ['workout_1', 'For 1'],
        ['workout_2', 'For 2'],
        ['workout_3', 'For 3'],
      ],
    )
  })
})
