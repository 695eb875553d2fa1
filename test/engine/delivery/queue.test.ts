import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Room } from '../../../engine/delivery/queue.ts'
import { Queue } from '../../../engine/delivery/queue.ts'
import { Shipment } from '../../../engine/delivery/shipment.ts'
import { rankOf } from '../../../engine/level.ts'
import { anyLoads } from './any-load.ts'
import { shipmentOf } from './load-of.ts'

type Shipments = readonly Shipment<string>[]

const ALL: Room = { loads: Infinity, bytes: Infinity, units: Infinity }

const anyRoom = fc.record({
  loads: fc.integer({ min: 1, max: 10 }),
  bytes: fc.integer({ min: 1, max: 3000 }),
  units: fc.integer({ min: 1, max: 60 }),
})

/** Some of them journaled, some to be sent alone. */
const anyShipments = fc
  .tuple(anyLoads, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.nat({ max: 4 })))
  .map(([loads, areJournaled, chances]) =>
    loads.map((load) => {
      const isJournaled: boolean = areJournaled.next().value
      const shipment = new Shipment(load, undefined, isJournaled ? load.timestamp : undefined)
      shipment.isAlone = chances.next().value === 0
      return shipment
    }),
  )

function queueOf(shipments: Shipments): Queue<string> {
  const queue = new Queue<string>()
  for (const shipment of shipments) queue.add(shipment)
  return queue
}

function bytesOf(shipments: Shipments): number {
  return shipments.reduce((sum, { load }) => sum + load.bytes, 0)
}

function unitsOf(shipments: Shipments): number {
  return shipments.reduce((sum, { load }) => sum + load.writeUnits, 0)
}

describe('the queue', () => {
  it('gives everything once, the oldest first, and never more than there is room for', () => {
    fc.assert(
      fc.property(anyShipments, anyRoom, (shipments, room) => {
        const queue = queueOf(shipments)
        const given: Shipment<string>[] = []
        while (queue.length > 0) {
          const taken = queue.take(room)
          assert.notEqual(taken.length, 0)
          assert.ok(taken.length <= room.loads)
          if (taken.length > 1) {
            assert.ok(bytesOf(taken) <= room.bytes)
            assert.ok(unitsOf(taken) <= room.units)
            assert.ok(taken.every(({ isAlone }) => !isAlone))
          }
          given.push(...taken)
        }
        assert.deepEqual(given, shipments)
      }),
    )
  })

  it('takes as many as there is room for', () => {
    const queue = queueOf([1, 2, 3, 4, 5].map((id) => shipmentOf(id)))
    assert.equal(queue.take({ loads: 25, bytes: 350, units: 100 }).length, 3)
    assert.equal(queue.take({ loads: 25, bytes: 1000, units: 2 }).length, 1)
    assert.equal(queue.take({ loads: 25, bytes: 1000, units: 1 }).length, 1)
    assert.equal(queue.take(ALL).length, 0)
  })

  it('knows what waits, whatever is done to it', () => {
    const anyStep = fc.oneof(
      fc.record({ type: fc.constant('add' as const), shipments: anyShipments }),
      fc.record({ type: fc.constant('take' as const), room: anyRoom }),
      fc.record({ type: fc.constant('put back' as const) }),
      fc.record({ type: fc.constant('shrink' as const), bytes: fc.nat({ max: 20_000 }) }),
    )
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const queue = new Queue<string>()
        let expected: Shipments = []
        let taken: Shipments = []
        for (const step of steps) {
          if (step.type === 'add') {
            for (const shipment of step.shipments) queue.add(shipment)
            expected = expected.concat(step.shipments)
          } else if (step.type === 'take') {
            taken = queue.take(step.room)
            expected = expected.slice(taken.length)
          } else if (step.type === 'put back') {
            queue.putBack(taken)
            expected = [...taken, ...expected]
            taken = []
          } else {
            const out = new Set(queue.shrinkTo(step.bytes))
            expected = expected.filter((shipment) => !out.has(shipment))
          }
          assert.deepEqual([...queue], expected)
          assert.equal(queue.length, expected.length)
          assert.equal(queue.bytes, bytesOf(expected))
        }
      }),
    )
  })

  it('keeps its order over thousands that come and go', () => {
    const shipments = Array.from({ length: 5_000 }, (_, id) => shipmentOf(id))
    const queue = queueOf(shipments)
    const given: Shipment<string>[] = []
    for (let times = 0; times < 3_000; times += 1) given.push(...queue.take({ ...ALL, loads: 1 }))
    assert.equal(queue.length, 2_000)
    assert.deepEqual(given, shipments.slice(0, 3_000))
    assert.deepEqual([...queue], shipments.slice(3_000))
  })

  it('lets the oldest of the lowest levels go first, none that is on disk, and no more than it has to', () => {
    fc.assert(
      fc.property(anyShipments, fc.nat({ max: 20_000 }), (shipments, mostBytes) => {
        const queue = queueOf(shipments)
        const isOver = queue.bytes > mostBytes
        const out = queue.shrinkTo(mostBytes)
        const inMemory = shipments.filter(({ isJournaled }) => !isJournaled)
        const inOrder = inMemory.toSorted((a, b) => rankOf(a.load.level) - rankOf(b.load.level))
        assert.deepEqual(out, inOrder.slice(0, out.length))
        if (!isOver) assert.equal(out.length, 0)
        if (isOver && out.length < inMemory.length) assert.ok(queue.bytes <= mostBytes)
        const last = out.at(-1)
        if (last !== undefined) assert.ok(queue.bytes + last.load.bytes > mostBytes * 0.95)
      }),
    )
  })
})
