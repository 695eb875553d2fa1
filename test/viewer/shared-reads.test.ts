import assert from 'node:assert/strict'
import { standingOf } from '../../engine/table/standing/standing-of.ts'
import { createViewer } from '../../viewer/index.ts'
import { sharedReads } from '../../viewer/shared-reads.ts'
import { factsOf } from '../engine/table/standing/facts.ts'
import { eventOf } from './event-of.ts'
import { MemoryReader } from './memory-reader.ts'
import { NOW, serving } from './serve.ts'

class CountingReader extends MemoryReader {
  reads = 0

  override async feed(...given: Parameters<MemoryReader['feed']>) {
    this.reads += 1
    return await super.feed(...given)
  }

  override async event(...given: Parameters<MemoryReader['event']>) {
    this.reads += 1
    return await super.event(...given)
  }
}

describe('shared reads', () => {
  it('cost what one costs, and say so', async () => {
    const counting = new CountingReader([eventOf()])
    const time = { now: 0 }
    const reader = sharedReads(counting, () => time.now)
    const pages = await Promise.all([1, 2, 3].map(async () => await reader.feed({ limit: 5 })))
    assert.equal(counting.reads, 1)
    assert.deepEqual(
      pages.map(({ readUnits }) => readUnits),
      [0.52, 0, 0],
    )
    assert.deepEqual(pages[0]?.events, pages[2]?.events)
    await reader.feed({ limit: 6 })
    assert.equal(counting.reads, 2)
    time.now = 2_000
    assert.equal((await reader.feed({ limit: 5 })).readUnits, 0.52)
  })

  it('give a story again for ten seconds', async () => {
    const counting = new CountingReader([eventOf()])
    const time = { now: 0 }
    const reader = sharedReads(counting, () => time.now)
    const { object, timestamp } = eventOf()
    const read = async () => await reader.event(object, timestamp)
    assert.equal((await read())?.readUnits, 0.5)
    time.now = 9_999
    assert.equal((await read())?.readUnits, 0)
    time.now = 10_000
    assert.equal((await read())?.readUnits, 0.5)
    assert.equal(await reader.event(object, '5'), undefined)
  })

  it('are not shared by searches, whose conditions look alike', async () => {
    const reader = sharedReads(new MemoryReader([eventOf()]), () => 0)
    const counts: number[] = []
    for (const wanted of [true, false]) {
      const where = (): boolean => wanted
      counts.push((await reader.feed({ where })).events.length)
      counts.push((await reader.object(eventOf().object, { where })).events.length)
    }
    assert.deepEqual(counts, [1, 1, 0, 0])
  })

  it('say where the table stands, if the reader can', async () => {
    const reader = new MemoryReader([])
    const standing = standingOf(factsOf({ now: NOW }))
    reader.standing = () => Promise.resolve(standing)
    assert.deepEqual(await sharedReads(reader).standing?.(), standing)
    Object.defineProperty(reader, 'standing', { value: undefined })
    assert.ok(!('standing' in sharedReads(reader)))
  })

  it('make a page that many ask for cost one page', async () => {
    const counting = new CountingReader([eventOf()])
    const reader = sharedReads(counting)
    await serving(createViewer({ auth: false, reader, clock: () => NOW }), async ({ get }) => {
      const answers = await Promise.all(Array.from({ length: 20 }, async () => await get('/')))
      assert.ok(answers.every(({ status }) => status === 200))
      assert.equal(counting.reads, 1)
      const free = answers.filter(({ body }) => body.includes('cost <strong>no read units<'))
      assert.equal(free.length, 19)
    })
  })
})
