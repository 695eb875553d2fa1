import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Backlog } from '../../../engine/delivery/backlog.ts'
import { Journal } from '../../../engine/delivery/journal/journal.ts'
import type { Shipment } from '../../../engine/delivery/shipment.ts'
import { anyLoads } from './any-load.ts'
import { shipmentOf } from './load-of.ts'
import { StubbornStore } from './stubborn-store.ts'

type Shipments = readonly Shipment<string>[]

/** A backlog over a store, and what it told. */
class Scene {
  readonly store: StubbornStore
  readonly backlog: Backlog<string>
  readonly written: Shipments[] = []
  readonly readBack: Shipment<string>[] = []
  damaged = 0

  private constructor(store: StubbornStore, journal: Journal<string>) {
    this.store = store
    this.backlog = new Backlog(journal, {
      written: (shipments) => this.written.push(shipments),
      readBack: (shipments, damaged) => {
        this.readBack.push(...shipments)
        this.damaged += damaged
      },
    })
  }

  static async open(store = new StubbornStore()): Promise<Scene> {
    const options = { mostBytes: Infinity, restMs: 0, report: () => undefined }
    return new Scene(store, (await Journal.over<string>(store, options)).journal)
  }

  /** Writes, and lets it come to its end. */
  async write(...shipments: Shipments): Promise<void> {
    for (const shipment of shipments) this.backlog.write(shipment)
    while (this.backlog.unwritten.length > 0) await turn()
  }
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

function shipmentsOf(count: number, from = 0): Shipments {
  return Array.from({ length: count }, (_, id) => shipmentOf(from + id))
}

function objectsOf(shipments: Shipments): readonly string[] {
  return shipments.map(({ load }) => load.object)
}

describe('the backlog', () => {
  it('writes together what came together, or while it was writing, each once and in order', async () => {
    const scene = await Scene.open()
    const { backlog, store } = scene
    const shipments = shipmentsOf(10)
    let done: () => void = () => undefined
    store.untilWritten = new Promise((resolve) => {
      done = resolve
    })
    for (const shipment of shipments.slice(0, 3)) backlog.write(shipment)
    await turn()
    for (const shipment of shipments.slice(3)) backlog.write(shipment)
    await turn()
    assert.deepEqual(
      backlog.unwritten,
      shipments.map(({ load }) => load),
    )
    assert.deepEqual(scene.written, [])
    done()
    while (backlog.unwritten.length > 0) await turn()
    assert.deepEqual(
      store.batches.map(({ length }) => length),
      [3, 7],
    )
    assert.deepEqual(scene.written.flat(), shipments)
    const keys = shipments.map(({ journalKey }) => journalKey)
    assert.deepEqual(keys, await store.keys())
    assert.equal(backlog.lastKey, keys.at(-1))
  })

  it('gives those without keys on that could not be written, and writes the next ones again', async () => {
    const scene = await Scene.open()
    const [failed, fine] = [shipmentOf(1), shipmentOf(2)]
    scene.store.refuses.write = true
    await scene.write(failed)
    scene.store.refuses.write = false
    await scene.write(fine)
    assert.deepEqual(scene.written, [[failed], [fine]])
    assert.deepEqual([failed.isJournaled, fine.isJournaled], [false, true])
  })

  it('is behind with what another process left, until all of it was read', async () => {
    const before = await Scene.open()
    assert.equal(before.backlog.isBehind, false)
    await before.write(...shipmentsOf(5))
    const { backlog, readBack } = await Scene.open(before.store)
    assert.ok(backlog.isBehind)
    assert.equal(backlog.isReadUpTo(backlog.lastKey ?? ''), false)
    await backlog.read(Infinity)
    assert.equal(backlog.isBehind, false)
    assert.ok(backlog.isReadUpTo(backlog.lastKey ?? ''))
    assert.deepEqual(objectsOf(readBack), objectsOf(shipmentsOf(5)))
    assert.deepEqual(
      readBack.map(({ journalKey }) => journalKey),
      await before.store.keys(),
    )
  })

  it('reads each of those that are on disk alone once, in order, however much room there is', async () => {
    const anyRooms = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(anyLoads, fc.nat(), anyRooms, async (loads, first, rooms) => {
        const scene = await Scene.open()
        const { backlog, readBack } = scene
        const shipments = loads.map(({ bytes }, id) => shipmentOf(id, { bytes }))
        await scene.write(...shipments)
        const onDisk = shipments.slice(first % (loads.length + 1))
        for (const shipment of onDisk) backlog.leaveOnDisk(shipment)
        const expected = [...onDisk]
        for (let turn = 0; backlog.isBehind; turn += 1) {
          const later = shipmentOf(shipments.length + turn)
          if (turn < 3) {
            await scene.write(later)
            backlog.leaveOnDisk(later)
            expected.push(later)
          }
          await backlog.read(rooms[turn % rooms.length] ?? 1)
        }
        assert.deepEqual(objectsOf(readBack), objectsOf(expected))
      }),
    )
  })

  it('has read up to those before the first that is on disk alone, and up to where it came', async () => {
    const scene = await Scene.open()
    const { backlog } = scene
    const shipments = shipmentsOf(3)
    await scene.write(...shipments)
    const keys = shipments.map(({ journalKey = '' }) => journalKey)
    const areRead = (): readonly boolean[] => keys.map((key) => backlog.isReadUpTo(key))
    assert.deepEqual(areRead(), [true, true, true])
    for (const shipment of shipments.slice(1)) backlog.leaveOnDisk(shipment)
    assert.deepEqual(areRead(), [true, false, false])
    const reading = backlog.read(1)
    assert.deepEqual(areRead(), [false, false, false])
    await reading
    assert.deepEqual(areRead(), [true, true, false])
    await backlog.read(1)
    assert.deepEqual(areRead(), [true, true, true])
  })

  it('reads on where it came to when the disk failed', async () => {
    const before = await Scene.open()
    await before.write(...shipmentsOf(4))
    const { backlog, readBack, store } = await Scene.open(before.store)
    store.refuses.read = true
    await backlog.read(Infinity)
    assert.deepEqual(readBack, [])
    store.readsBeforeRefusal = 2
    await backlog.read(Infinity)
    assert.ok(backlog.isBehind)
    store.refuses.read = false
    await backlog.read(Infinity)
    assert.equal(backlog.isBehind, false)
    assert.deepEqual(objectsOf(readBack), objectsOf(shipmentsOf(4)))
  })

  it('tells how many were damaged', async () => {
    const before = await Scene.open()
    await before.write(...shipmentsOf(3))
    const [first] = await before.store.keys()
    await before.store.write([{ key: first ?? '', value: new Uint8Array(3) }])
    const scene = await Scene.open(before.store)
    await scene.backlog.read(Infinity)
    assert.equal(scene.damaged, 1)
    assert.deepEqual(objectsOf(scene.readBack), ['workout_1', 'workout_2'])
  })

  it('takes those out of the journal that are in it', async () => {
    const scene = await Scene.open()
    const shipments = shipmentsOf(3)
    await scene.write(...shipments)
    await scene.backlog.remove([...shipments.slice(1), shipmentOf(9)])
    assert.deepEqual(await scene.store.keys(), [shipments[0]?.journalKey])
  })
})
