import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { JournalEntry, JournalOptions } from '../../../engine/delivery/journal/journal.ts'
import { Journal } from '../../../engine/delivery/journal/journal.ts'
import type { StoreEntry } from '../../../engine/delivery/journal/store.ts'
import type { Load } from '../../../engine/delivery/load.ts'
import type { ErrorCode } from '../../../engine/errors/stacktale-error.ts'
import { anyLoads } from './any-load.ts'
import { loadOf } from './load-of.ts'
import { StubbornStore } from './stubborn-store.ts'

const MB = 1024 * 1024

class Scene {
  readonly store: StubbornStore
  readonly reported: ErrorCode[] = []
  readonly journal: Journal<string>
  readonly expired: number

  private constructor(
    store: StubbornStore,
    opened: { readonly journal: Journal<string>; readonly expired: number },
    reported: ErrorCode[],
  ) {
    this.store = store
    this.journal = opened.journal
    this.expired = opened.expired
    this.reported = reported
  }

  static async open(
    store = new StubbornStore(),
    options: Partial<JournalOptions> & { readonly since?: number } = {},
  ): Promise<Scene> {
    const reported: ErrorCode[] = []
    const report: JournalOptions['report'] = ({ code }) => reported.push(code)
    const all = { mostBytes: 256 * MB, restMs: 0, report, ...options }
    return new Scene(store, await Journal.over<string>(store, all), reported)
  }

  async entries(): Promise<readonly JournalEntry<string>[]> {
    return (await this.journal.read('', Infinity)).entries
  }
}

function loadsOf(count: number, from = 0): readonly Load<string>[] {
  return Array.from({ length: count }, (_, id) => loadOf(from + id))
}

function noteOf(text: string): StoreEntry {
  return { key: 'counts.1', value: Buffer.from(text) }
}

describe('the journal', () => {
  it('gives back what it was given, in order, in this process and in the next', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLoads, { maxLength: 5 }), async (batches) => {
        const scene = await Scene.open()
        const keys: string[] = []
        for (const loads of batches) keys.push(...(await scene.journal.add(loads)))
        const expected = batches.flat().map((load, index) => ({ key: keys[index], load }))
        assert.deepEqual(await scene.entries(), expected)
        assert.deepEqual(keys, keys.toSorted())
        assert.equal(new Set(keys).size, keys.length)
        const next = await Scene.open(scene.store)
        assert.deepEqual(await next.entries(), expected)
        assert.equal(next.journal.count, expected.length)
        assert.equal(next.journal.lastKey, keys.at(-1))
        assert.deepEqual([...scene.reported, ...next.reported], [])
      }),
    )
  })

  it('goes on with its keys where the process before ended', async () => {
    const first = await Scene.open()
    const before = await first.journal.add(loadsOf(120))
    const second = await Scene.open(first.store)
    const after = await second.journal.add(loadsOf(1, 120))
    const keys = [...before, ...after]
    assert.deepEqual(keys.toSorted(), keys)
    const objects = (await second.entries()).map(({ load }) => load.object)
    assert.deepEqual(
      objects,
      loadsOf(121).map(({ object }) => object),
    )
  })

  it('reads from a key on, that one included, and about so many bytes', async () => {
    const { journal } = await Scene.open()
    const keys = await journal.add(loadsOf(10))
    const from = await journal.read(keys[4] ?? '', Infinity)
    assert.deepEqual(
      from.entries.map(({ key }) => key),
      keys.slice(4),
    )
    const one = await journal.read(`${keys[4]}\0`, 1)
    assert.deepEqual(
      one.entries.map(({ key }) => key),
      keys.slice(5, 6),
    )
    assert.equal(one.lastKey, keys[5])
    assert.equal((await journal.read(`${keys[9]}\0`, 1)).lastKey, undefined)
  })

  it('forgets what it is told to', async () => {
    const { journal, store } = await Scene.open()
    const keys = await journal.add(loadsOf(3))
    await journal.remove(keys.slice(0, 2))
    assert.equal(journal.count, 1)
    assert.deepEqual(await store.keys(), keys.slice(2))
  })

  it('takes no more than its bytes, says so, and takes more when there is room again', async () => {
    const sized = await Scene.open()
    await sized.journal.add(loadsOf(4))
    const mostBytes = sized.store.entries.reduce((sum, { value }) => sum + value.byteLength, 0)
    const { journal, reported, store } = await Scene.open(undefined, { mostBytes })
    const keys = await journal.add(loadsOf(4))
    assert.equal(keys.length, 4)
    assert.deepEqual(await journal.add(loadsOf(1, 4)), [])
    assert.deepEqual(reported, ['journal-full'])
    assert.equal(journal.count, 4)
    await journal.remove(keys.slice(0, 1))
    assert.equal((await journal.add(loadsOf(1, 4))).length, 1)
    assert.deepEqual(reported, ['journal-full'])
    const next = await Scene.open(store, { mostBytes })
    assert.deepEqual(await next.journal.add(loadsOf(1, 5)), [])
  })

  it('lets go what was written before a time, and counts it', async () => {
    const first = await Scene.open()
    await first.journal.add(loadsOf(3))
    const kept = await Scene.open(first.store, { since: 0 })
    assert.deepEqual([kept.expired, kept.journal.count], [0, 3])
    const { expired, journal, store } = await Scene.open(first.store, { since: Date.now() + 1 })
    assert.deepEqual([expired, journal.count], [3, 0])
    assert.deepEqual(await store.keys(), [])
  })

  it('counts what was damaged, and lets it go', async () => {
    const anyDamage = fc.oneof(
      fc.constant(new Uint8Array()),
      fc.uint8Array({ maxLength: 20 }),
      fc.nat({ max: 40 }).map((length) => length),
    )
    await fc.assert(
      fc.asyncProperty(anyDamage, async (damage) => {
        const { journal, store } = await Scene.open()
        const [, second = ''] = await journal.add(loadsOf(3))
        const whole = store.entries[1]?.value ?? new Uint8Array()
        const value = typeof damage === 'number' ? whole.subarray(0, damage) : damage
        await store.write([{ key: second, value }])
        const { entries, damaged } = await journal.read('', Infinity)
        assert.deepEqual(
          entries.map(({ load }) => load),
          [loadOf(0), loadOf(2)],
        )
        assert.equal(damaged, 1)
        assert.equal(journal.count, 2)
        assert.equal((await journal.read('', Infinity)).damaged, 0)
      }),
    )
  })

  it('says that its disk fails, gives no keys, and writes again later', async () => {
    const { journal, store, reported } = await Scene.open()
    await journal.add(loadsOf(1))
    store.refuses.write = true
    assert.deepEqual(await journal.add(loadsOf(2, 1)), [])
    assert.deepEqual(reported, ['journal-failed'])
    assert.equal(journal.count, 1)
    store.refuses.write = false
    assert.equal((await journal.add(loadsOf(1, 3))).length, 1)
    const objects = (await journal.read('', Infinity)).entries.map(({ load }) => load.object)
    assert.deepEqual(objects, ['workout_0', 'workout_3'])
  })

  it('leaves a disk that failed alone for a while', async () => {
    const { journal, store, reported } = await Scene.open(undefined, { restMs: 3_600_000 })
    store.refuses.write = true
    await journal.add(loadsOf(1))
    store.refuses.write = false
    assert.deepEqual(await journal.add(loadsOf(1)), [])
    assert.equal(store.batches.length, 1)
    assert.deepEqual(reported, ['journal-failed'])
  })

  it('takes out later what it could not take out when it was stored', async () => {
    const { journal, store, reported } = await Scene.open()
    const keys = await journal.add(loadsOf(3))
    store.refuses.remove = true
    await journal.remove(keys.slice(0, 1))
    assert.deepEqual(reported, ['journal-failed'])
    assert.equal(journal.count, 2)
    store.refuses.remove = false
    await journal.remove(keys.slice(1, 2))
    assert.deepEqual(await store.keys(), keys.slice(2))
    assert.equal(journal.count, 1)
  })

  it('writes notes and forgets events at once, or neither, and says which', async () => {
    const scene = await Scene.open()
    const keys = await scene.journal.add(loadsOf(2))
    scene.store.refuses.write = true
    await scene.journal.settle(keys, [noteOf('one')])
    assert.deepEqual(
      scene.store.entries.map(({ key }) => key),
      keys,
    )
    assert.equal(await scene.journal.isSettled(), false)
    scene.store.refuses.write = false
    assert.equal(await scene.journal.isSettled(), true)
    assert.deepEqual(scene.store.entries, [noteOf('one')])
  })

  it('keeps the note that was written last, whatever fails between', async () => {
    const scene = await Scene.open()
    scene.store.refuses.write = true
    await scene.journal.settle([], [noteOf('one')])
    scene.store.refuses.write = false
    await Promise.all([
      scene.journal.settle([], [noteOf('two')]),
      scene.journal.settle([], [noteOf('three')]),
    ])
    assert.deepEqual(await scene.journal.notes(), [noteOf('three')])
    await scene.journal.forgetNotes(['counts.1'])
    assert.deepEqual(scene.store.entries, [])
  })

  it('takes notes for no events', async () => {
    const { store, journal } = await Scene.open()
    const keys = await journal.add(loadsOf(1))
    await journal.settle([], [noteOf('one')])
    const next = await Scene.open(store)
    assert.deepEqual([next.journal.count, next.journal.lastKey], [1, keys[0]])
    assert.equal((await next.entries()).length, 1)
    assert.deepEqual((await next.journal.read('1', Infinity)).entries, [])
    assert.deepEqual(next.reported, [])
    const later = await Scene.open(store, { since: Date.now() + 1 })
    assert.equal(later.expired, 1)
    assert.deepEqual(await later.journal.notes(), [noteOf('one')])
  })

  it('says that reading failed, and how far it came', async () => {
    const { journal, store, reported } = await Scene.open()
    const keys = await journal.add(loadsOf(3))
    store.refuses.read = true
    store.readsBeforeRefusal = 2
    const { entries, lastKey, hasFailed } = await journal.read('', Infinity)
    assert.equal(entries.length, 2)
    assert.equal(lastKey, keys[1])
    assert.equal(hasFailed, true)
    assert.deepEqual(reported, ['journal-failed'])
    store.refuses.read = false
    assert.equal((await journal.read('', Infinity)).hasFailed, false)
  })
})
