import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Destination } from '../../../../engine/delivery/destination.ts'
import type { Parcel } from '../../../../engine/delivery/worker/outbox.ts'
import { Outbox } from '../../../../engine/delivery/worker/outbox.ts'
import type { Level } from '../../../../engine/level.ts'
import { LEVELS, rankOf } from '../../../../engine/level.ts'

/** The bound on what is under way, in characters, and what a header counts. */
const MOST_UNDERWAY = 8 * 1024 * 1024
const HEADER = 300
const BIG = 3 * 1024 * 1024

const DESTINATIONS: readonly Destination[] = ['one', 'other'].map((table) => ({
  table,
  journal: false,
  journalBytes: 1,
  journalDays: 1,
  queueBytes: 1,
  counters: true,
  limitWarnings: true,
}))

function parcel(number: number, story: string, level: Level, at: number): Parcel {
  const [first] = DESTINATIONS
  const destination = DESTINATIONS[at] ?? first
  assert.ok(destination !== undefined)
  const header = {
    object: `parcel_${number}`,
    prefix: 'parcel',
    id: String(number),
    timestamp: String(number),
    level,
    title: 'Parcel',
    duration: 0,
    lines: 1,
  }
  return { number, event: { header, story: { text: story, columns: '{}' } }, destination }
}

function sizeOf({ event }: Parcel): number {
  return event.story.text.length + event.story.columns.length + HEADER
}

function totalSize(parcels: readonly Parcel[]): number {
  return parcels.reduce((sum, one) => sum + sizeOf(one), 0)
}

function numbers(parcels: readonly Parcel[]): readonly number[] {
  return parcels.map(({ number }) => number)
}

const anyParcels = fc
  .array(
    fc.record({
      size: fc.oneof(fc.nat(1_000), fc.constant(BIG)),
      level: fc.constantFrom(...LEVELS),
      at: fc.nat(DESTINATIONS.length - 1),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ size, level, at }, number) => parcel(number, 'x'.repeat(size), level, at)),
  )

function outboxOf(parcels: readonly Parcel[]): Outbox {
  const outbox = new Outbox()
  for (const one of parcels) outbox.add(one)
  return outbox
}

describe('the outbox', () => {
  it('gives each destination its events, each once, in the order they came', () => {
    fc.assert(
      fc.property(anyParcels, fc.boolean(), (parcels, isLast) => {
        const outbox = outboxOf(parcels)
        const taken = new Map<Destination, Parcel[]>()
        // What was taken has arrived, so each turn makes room for at least one more.
        for (let turn = 0; turn <= parcels.length; turn += 1) {
          const now = outbox.take(isLast)
          for (const [destination, those] of now) {
            taken.set(destination, [...(taken.get(destination) ?? []), ...those])
            outbox.arrived(those.length)
          }
        }
        assert.deepEqual(outbox.waiting, [])
        for (const destination of DESTINATIONS) {
          const its = parcels.filter((one) => one.destination === destination)
          assert.deepEqual(numbers(taken.get(destination) ?? []), numbers(its))
        }
      }),
    )
  })

  it('has no more under way than its bound, but for the event that passes it', () => {
    fc.assert(
      fc.property(anyParcels, fc.array(fc.nat(5)), (parcels, arrivals) => {
        const outbox = outboxOf(parcels)
        const underway: Parcel[] = []
        for (const count of [0, ...arrivals]) {
          outbox.arrived(Math.min(count, underway.length))
          underway.splice(0, count)
          const before = totalSize(underway)
          const now = [...outbox.take(false).values()]
            .flat()
            .toSorted((a, b) => a.number - b.number)
          underway.push(...now)
          const last = now.at(-1)
          if (last === undefined) assert.ok(before > MOST_UNDERWAY || outbox.waiting.length === 0)
          else assert.ok(totalSize(underway) - sizeOf(last) <= MOST_UNDERWAY)
          if (totalSize(underway) <= MOST_UNDERWAY) assert.deepEqual(outbox.waiting, [])
        }
      }),
    )
  })

  it('hands everything over at the end, whatever is under way', () => {
    fc.assert(
      fc.property(anyParcels, (parcels) => {
        const outbox = outboxOf(parcels)
        const first = [...outbox.take(false).values()].flat()
        const rest = [...outbox.take(true).values()].flat()
        assert.equal(first.length + rest.length, parcels.length)
        assert.deepEqual(outbox.waiting, [])
      }),
    )
  })

  it('lets go of the oldest of the lowest level, as few as bring it below its bound', () => {
    fc.assert(
      fc.property(anyParcels, fc.integer({ min: 1, max: 4 * BIG }), (parcels, most) => {
        const outbox = outboxOf(parcels)
        const out = outbox.shrinkTo(most)
        const kept = outbox.waiting
        assert.deepEqual(
          numbers([...out, ...kept]).toSorted((a, b) => a - b),
          numbers(parcels),
        )
        if (totalSize(parcels) <= most) assert.deepEqual(out, [])
        else assert.ok(totalSize(kept) <= most * 0.95)
        const withoutLast =
          totalSize(kept) + out.slice(-1).reduce((sum, one) => sum + sizeOf(one), 0)
        if (out.length > 0) assert.ok(withoutLast > most * 0.95)
        const rank = ({ event, number }: Parcel): number =>
          rankOf(event.header.level) * parcels.length + number
        const mostOut = Math.max(-1, ...out.map(rank))
        assert.ok(kept.every((one) => rank(one) > mostOut))
        // What was let go is not counted any more.
        assert.deepEqual(outbox.shrinkTo(most), [])
        assert.deepEqual(numbers(kept), numbers([...kept].toSorted((a, b) => a.number - b.number)))
      }),
    )
  })
})
