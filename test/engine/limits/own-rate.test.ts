import assert from 'node:assert/strict'
import fc from 'fast-check'
import { OwnRate } from '../../../engine/limits/own-rate.ts'

const HOUR_MS = 3_600_000
const OVERHEAD_BYTES = 180 + 2 * 100

describe('the rate of a delivery’s own', () => {
  it('has the units of its busiest hour', () => {
    const rate = new OwnRate(5_000)
    const add = (writeUnits: number, hour: number): void =>
      rate.add({ bytes: 1, writeUnits }, 5_000 + hour * HOUR_MS)
    assert.equal(rate.peakUnits, 0)
    add(3_600, 0)
    add(3_600, 0.9)
    add(3_600, 1.1)
    assert.equal(rate.peakUnits, 2)
    for (let hour = 2; hour < 24; hour += 1) add(1, hour)
    assert.equal(rate.peakUnits, 2)
    add(1, 24)
    assert.equal(rate.peakUnits, 1)
  })

  it('tells of a day only after an hour, and a steady rate as it is, however long it goes on', () => {
    const bytes = fc.integer({ min: 1, max: 1e6 })
    const hours = fc.integer({ min: 1, max: 100 })
    fc.assert(
      fc.property(bytes, hours, (each, last) => {
        const rate = new OwnRate(0)
        for (let quarter = 0; quarter < last * 4; quarter += 1) {
          rate.add({ bytes: each, writeUnits: 1 }, (quarter / 4) * HOUR_MS)
          if (quarter === 3) assert.equal(rate.bytesADay(HOUR_MS - 1), 0)
        }
        const aDay = rate.bytesADay(last * HOUR_MS - 1)
        const expected = (each + OVERHEAD_BYTES) * 4 * 24
        if (last > 1) assert.ok(Math.abs(aDay / expected - 1) < 1e-3, `${aDay} ${expected}`)
      }),
    )
  })
})
