import assert from 'node:assert/strict'
import fc from 'fast-check'
import { FREE_STORAGE_BYTES } from '../../../../engine/table/free-tier.ts'
import { growthOf } from '../../../../engine/table/standing/growth.ts'

const bytes = fc.integer({ min: 0, max: 40e9 })
const rate = fc.integer({ min: 1, max: 5e9 })
const days = fc.integer({ min: 1, max: 400 })

describe('the growth of storage', () => {
  it('is full on the day that the rate says, where nothing expires', () => {
    fc.assert(
      fc.property(bytes, rate, (stored, bytesADay) => {
        const { daysUntilFull } = growthOf(stored, bytesADay, { days: null, isOn: true })
        assert.ok(daysUntilFull !== null && daysUntilFull >= 0)
        const then = stored + daysUntilFull * bytesADay
        assert.ok(Math.abs(then - Math.max(stored, FREE_STORAGE_BYTES)) < 100)
      }),
    )
  })

  it('is never full where as many days as events are kept fit, and full as soon otherwise', () => {
    fc.assert(
      fc.property(bytes, rate, days, (stored, bytesADay, kept) => {
        const growth = growthOf(stored, bytesADay, { days: kept, isOn: true })
        const { daysUntilFull, daysUntilFullWithRetention, levelsOffAtBytes } = growth
        assert.equal(levelsOffAtBytes, bytesADay * kept)
        const fits = bytesADay * kept <= FREE_STORAGE_BYTES && stored < FREE_STORAGE_BYTES
        assert.equal(daysUntilFullWithRetention, fits ? null : daysUntilFull)
      }),
    )
  })

  it('has no use of an expiry that the table does not carry out', () => {
    const growth = growthOf(1e9, 1e9, { days: 10, isOn: false })
    assert.deepEqual(growth, {
      daysUntilFull: 24,
      daysUntilFullWithRetention: 24,
      levelsOffAtBytes: null,
    })
  })

  it('never ends where nothing is added, unless it is full by now', () => {
    assert.equal(growthOf(24e9, 0, { days: undefined, isOn: true }).daysUntilFull, null)
    assert.equal(growthOf(25e9, 0, { days: 30, isOn: true }).daysUntilFullWithRetention, 0)
  })
})
