import assert from 'node:assert/strict'
import { setImmediate as nextTurn } from 'node:timers/promises'
import pino from 'pino'
import { configure, flush, GenericLogger } from 'stacktale'
import type { LogEvent, StacktaleError } from 'stacktale'
import { pinoStream } from 'stacktale/pino'
import type { MemorySink } from 'stacktale/testing'
import { captureStories, memorySink } from 'stacktale/testing'

/** More than are sent to a sink at a time. */
const MANY = 100

function commit(text: string): Promise<unknown> {
  const log = new GenericLogger({ id: 1 }, 'captured')
  log.info(text)
  return log.commit()
}

function textsOf(events: readonly LogEvent[]): readonly string[] {
  return events.map(({ text }) => text)
}

/** A promise that is resolved from outside. */
function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}

describe('captureStories', () => {
  let outside: MemorySink
  let failures: StacktaleError[]

  beforeEach(() => {
    outside = memorySink()
    failures = []
    configure({ sink: outside, onFailure: (error) => failures.push(error) })
  })
  afterEach(async () => {
    await flush()
    configure({ sink: undefined, onFailure: undefined })
  })

  it('gives what its callback committed, awaited or not, in that order', async () => {
    const events = await captureStories(async () => {
      await commit('a')
      for (let count = 0; count < MANY; count += 1) void commit(String(count))
    })
    const expected = Array.from({ length: MANY }, (_, count) => String(count))
    assert.deepEqual(textsOf(events), ['a', ...expected])
    assert.deepEqual(outside.events, [])
  })

  it('takes a callback that is not asynchronous, and one that commits nothing', async () => {
    assert.deepEqual(textsOf(await captureStories(() => void commit('a'))), ['a'])
    assert.deepEqual(await captureStories(() => undefined), [])
  })

  it('leaves out what is still open at its end', async () => {
    const log = new GenericLogger({ id: 1 }, 'captured')
    assert.deepEqual(await captureStories(() => log.info('open')), [])
    await log.commit()
    assert.deepEqual(textsOf(outside.events), ['open'])
  })

  it('gives what another logger logged outside of events, and not what it logged before', async () => {
    const logger = pino({}, pinoStream({ batchMs: 60_000 }))
    logger.info('before')
    const events = await captureStories(() => logger.info('within'))
    assert.deepEqual(textsOf(events), ['within'])
    await flush()
    assert.deepEqual(textsOf(outside.events), ['before'])
  })

  it('sets the sink again that was set before', async () => {
    await commit('before')
    await captureStories(() => commit('within'))
    await commit('after')
    assert.deepEqual(textsOf(outside.events), ['before', 'after'])
  })

  for (const [how, fail] of [
    [
      'throws',
      (error: Error) => {
        void commit('within')
        throw error
      },
    ],
    [
      'rejects',
      async (error: Error) => {
        await nextTurn()
        void commit('within')
        throw error
      },
    ],
  ] as const) {
    it(`${how} what its callback ${how}, keeps its events out of the sink, and sets that again`, async () => {
      const error = new Error('no')
      await assert.rejects(
        captureStories(() => fail(error)),
        (thrown) => thrown === error,
      )
      await commit('after')
      await flush()
      assert.deepEqual(textsOf(outside.events), ['after'])
      assert.deepEqual(failures, [])
    })
  }

  it('gives each of two at a time its own events, however many', async () => {
    const commitMany = (name: string) => async (): Promise<void> => {
      for (let count = 0; count < MANY; count += 1) void commit(name)
      await commit(name)
      for (let count = 0; count < MANY; count += 1) void commit(name)
    }
    const [a, b] = await Promise.all([
      captureStories(commitMany('a')),
      captureStories(commitMany('b')),
    ])
    assert.deepEqual([a.length, b.length], [2 * MANY + 1, 2 * MANY + 1])
    assert.deepEqual(new Set(textsOf(a)), new Set(['a']))
    assert.deepEqual(new Set(textsOf(b)), new Set(['b']))
    await commit('after')
    assert.deepEqual(textsOf(outside.events), ['after'])
  })

  it('gives one within another its own events, and the other those around it', async () => {
    let inner: readonly LogEvent[] = []
    const outer = await captureStories(async () => {
      await commit('outer 1')
      inner = await captureStories(() => commit('inner'))
      await commit('outer 2')
    })
    assert.deepEqual(textsOf(inner), ['inner'])
    assert.deepEqual(textsOf(outer), ['outer 1', 'outer 2'])
    assert.deepEqual(outside.events, [])
  })

  it('gives what was committed outside of every callback to the one that began last', async () => {
    const [request, answered, end] = [gate(), gate(), gate()]
    const serve = async (): Promise<void> => {
      await request.passed
      await commit('served')
      answered.open()
    }
    const server = serve()
    const first = captureStories(() => end.passed)
    const second = captureStories(async () => {
      request.open()
      await answered.passed
    })
    assert.deepEqual(textsOf(await second), ['served'])
    end.open()
    assert.deepEqual(await first, [])
    await server
  })

  it('gives what comes after the end of one to that around it', async () => {
    const ended = gate()
    const outer = await captureStories(async () => {
      let late = Promise.resolve<unknown>(undefined)
      const inner = await captureStories(() => {
        late = ended.passed.then(() => commit('late'))
      })
      ended.open()
      await late
      assert.deepEqual(inner, [])
    })
    assert.deepEqual(textsOf(outer), ['late'])
  })

  it('gives what comes after the end of one to no other, and says so', async () => {
    const ended = gate()
    let late = Promise.resolve<unknown>(undefined)
    const first = captureStories(() => {
      late = ended.passed.then(() => commit('late'))
    })
    const second = captureStories(async () => {
      await first
      ended.open()
      await late
    })
    assert.deepEqual(await second, [])
    assert.equal(failures.length, 1)
    assert.match(failures[0]?.message ?? '', /of captured_1 .* a capture of stories that has ended/)
    assert.deepEqual(outside.events, [])
  })
})
