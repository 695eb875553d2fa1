import assert from 'node:assert/strict'
import { GenericLogger } from 'stacktale'
import type { MemorySink } from 'stacktale/testing'
import { captureStories, memorySink } from 'stacktale/testing'

type Pick = (sink: MemorySink) => unknown

const PICKS: readonly (readonly [name: string, pick: Pick, expected: string])[] = [
  ['only', (sink) => sink.only(), 'one event'],
  ['last', (sink) => sink.last(), 'an event'],
  ['find', (sink) => sink.find('pick_3'), 'an event of pick_3'],
]

/** A sink with an event about each of these objects. */
async function sinkOf(...ids: readonly number[]): Promise<MemorySink> {
  const sink = memorySink()
  const events = await captureStories(async () => {
    for (const [index, id] of ids.entries()) {
      const log = new GenericLogger({ id }, 'pick')
      log.info(`Title ${index}`)
      await log.commit()
    }
  })
  for (const event of events) await sink.write(event)
  return sink
}

function failureOf(sink: MemorySink, pick: Pick): assert.AssertionError {
  try {
    pick(sink)
  } catch (error) {
    assert.ok(error instanceof assert.AssertionError)
    return error
  }
  throw new Error('It found one.')
}

describe('a memory sink', () => {
  it('gives the only event, the last, and the first about an object', async () => {
    const one = await sinkOf(1)
    assert.equal(one.only(), one.events[0])
    const sink = await sinkOf(1, 2, 1, 2, 3)
    assert.equal(sink.last(), sink.events[4])
    assert.equal(sink.find('pick_2'), sink.events[1])
  })

  for (const [name, pick, expected] of PICKS) {
    it(`says that nothing was committed where ${name}() finds no event`, async () => {
      const message = `Expected ${expected}; nothing was committed`
      assert.equal(failureOf(await sinkOf(), pick).message, message)
    })

    it(`has the caller of ${name}() on top of the stack where it finds no event`, async () => {
      const sink = await sinkOf()
      const asking: Pick = (asked) => pick(asked)
      const [, top = ''] = failureOf(sink, asking).stack?.split('\n    at ') ?? []
      assert.match(top, /pick-event\.test/)
    })
  }

  it('lists what was committed where only() finds more than one event', async () => {
    const { message } = failureOf(await sinkOf(1, 2), (sink) => sink.only())
    assert.equal(
      message,
      'Expected one event; committed were:\n  pick_1  Title 0\n  pick_2  Title 1',
    )
  })

  it('lists what was committed where find() finds none about the object', async () => {
    const { message } = failureOf(await sinkOf(1), (sink) => sink.find('pick_3'))
    assert.equal(message, 'Expected an event of pick_3; committed were:\n  pick_1  Title 0')
  })

  it('forgets its events when it is cleared, and goes on', async () => {
    const sink = await sinkOf(1, 2)
    const event = sink.last()
    sink.clear()
    assert.deepEqual(sink.events, [])
    await sink.write(event)
    assert.equal(sink.only(), event)
  })

  it('gives the receipt of an event', async () => {
    const sink = await sinkOf(1)
    const { object, timestamp } = sink.only()
    const { bytes, writeUnits, ...receipt } = await sink.write(sink.only())
    assert.deepEqual(receipt, { object, timestamp, lines: 1 })
    assert.ok(bytes > 0 && writeUnits > 0)
  })
})
