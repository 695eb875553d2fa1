import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DAY_MS, HOUR_MS } from '../../../../engine/hours.ts'
import { countedTime, peakOf } from '../../../../engine/table/standing/counted-time.ts'
import { countOf } from './facts.ts'

const TODAY = Date.UTC(2026, 10, 21)
const NOW = TODAY + 10 * HOUR_MS + 1

describe('the time that rates are of', () => {
  it('is the last seven full days, without today', () => {
    const hours = Array.from({ length: 7 * 24 + 11 }, (_, at) => TODAY - 7 * DAY_MS + at * HOUR_MS)
    const counted = countedTime(
      hours.map((hour) => countOf({ hour, events: 2, lines: 7 })),
      NOW,
    )
    assert.deepEqual([counted?.from, counted?.to], [TODAY - 7 * DAY_MS, TODAY])
    assert.equal(counted?.events, 7 * 24 * 2)
    assert.equal(counted?.lines, 7 * 24 * 7)
  })

  it('is the time since counting began, where that was later, and an hour at least', () => {
    const from = TODAY - DAY_MS
    const since = countedTime([countOf({ hour: from })], NOW)
    assert.deepEqual([since?.from, since?.to], [from, NOW])
    const hour = TODAY + 10 * HOUR_MS
    const fresh = countedTime([countOf({ hour })], NOW)
    assert.deepEqual([fresh?.from, fresh?.to], [hour, hour + HOUR_MS])
  })

  it('is none where nothing was counted', () => {
    assert.equal(countedTime([], NOW), undefined)
  })

  it('has of the storage what events take, with 100 bytes for the item and for its entry', () => {
    const counted = countedTime([countOf({ hour: TODAY, events: 3, bytes: 1000 })], NOW, 150)
    assert.equal(counted?.storedBytes, 1000 + 3 * (150 + 200))
  })
})

describe('the busiest hour', () => {
  it('is no hour’s less than any, and the sum of all prefixes and levels of its own', () => {
    const counts = fc.array(
      fc
        .record({ at: fc.nat({ max: 30 }), writeUnits: fc.integer({ min: 1, max: 1e6 }) })
        .map(({ at, writeUnits }) => countOf({ hour: TODAY + at * HOUR_MS, writeUnits })),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(counts, (counted) => {
        const peak = peakOf(counted)
        assert.ok(peak !== undefined)
        const unitsOf = (hour: number): number =>
          counted
            .filter((each) => each.hour === hour)
            .reduce((sum, each) => sum + each.writeUnits, 0)
        assert.ok(Math.abs(peak.perSecond * 3600 - unitsOf(peak.hour)) < 1e-3)
        for (const { hour } of counted) assert.ok(unitsOf(hour) <= unitsOf(peak.hour))
      }),
    )
  })

  it('is none where nothing was counted', () => {
    assert.equal(peakOf([]), undefined)
  })
})
