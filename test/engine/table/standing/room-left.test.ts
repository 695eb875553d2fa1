import assert from 'node:assert/strict'
import fc from 'fast-check'
import { FREE_STORAGE_BYTES } from '../../../../engine/table/free-tier.ts'
import { roomLeft } from '../../../../engine/table/standing/room-left.ts'

const NOW = Date.UTC(2026, 11, 21, 12)
const UNTIL = Date.UTC(2027, 0, 1)

describe('what is left this month', () => {
  it('fits both the storage and the write units, and one event more does not', () => {
    const counted = fc
      .record({
        events: fc.integer({ min: 1, max: 1e6 }),
        lines: fc.integer({ min: 1, max: 200 }),
        writeUnits: fc.integer({ min: 2, max: 20 }),
        storedBytes: fc.integer({ min: 300, max: 20_000 }),
      })
      .map(({ events, lines, writeUnits, storedBytes }) => ({
        from: 0,
        to: 1,
        events,
        lines: lines * events,
        writeUnits: writeUnits * events,
        storedBytes: storedBytes * events,
      }))
    fc.assert(
      fc.property(
        counted,
        fc.nat({ max: 30e9 }),
        fc.integer({ min: 1, max: 25 }),
        (time, stored, units) => {
          const left = roomLeft(time, stored, units, NOW)
          assert.ok(left !== undefined)
          assert.equal(left.until, UNTIL)
          const room = Math.max(0, FREE_STORAGE_BYTES - stored)
          const unitsLeft = ((UNTIL - NOW) / 1000) * units
          const takes = (events: number): readonly [storage: boolean, writes: boolean] => [
            (events * time.storedBytes) / time.events <= room * (1 + 1e-9),
            (events * time.writeUnits) / time.events <= unitsLeft * (1 + 1e-9),
          ]
          assert.deepEqual(takes(left.events), [true, true])
          // Beyond what the tolerance above lets pass, too.
          const [storage, writes] = takes(left.events * (1 + 2e-9) + 1.001)
          assert.equal(left.bound === 'storage' ? storage : writes, false)
          assert.ok(Math.abs(left.lines - (left.events * time.lines) / time.events) <= 1)
        },
      ),
    )
  })

  it('is nothing for nothing on demand, and not known where nothing was counted', () => {
    const counted = { from: 0, to: 1, events: 1, lines: 1, writeUnits: 2, storedBytes: 1 }
    assert.equal(roomLeft(counted, 0, 0, NOW)?.events, 0)
    assert.equal(roomLeft(undefined, 0, 25, NOW), undefined)
  })
})
