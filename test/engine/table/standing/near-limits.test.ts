import assert from 'node:assert/strict'
import type { Measured } from '../../../../engine/table/standing/near-limits.ts'
import { nearLimits } from '../../../../engine/table/standing/near-limits.ts'
import { nearText } from '../../../../engine/table/standing/near-text.ts'

function near(measured: Partial<Measured>): readonly string[] {
  return nearLimits({
    storedBytes: 0,
    daysUntilFull: null,
    peakUnits: 0,
    provisionedUnits: 25,
    ...measured,
  }).map((each) => nearText(each).says)
}

describe('a limit', () => {
  it('is near from four fifths on', () => {
    assert.deepEqual(near({ storedBytes: 19.99e9, peakUnits: 19.99 }), [])
    assert.deepEqual(near({ storedBytes: 20e9, peakUnits: 20 }), [
      'Storage is at 80 % of the 25 GB that are free.',
      'The busiest hour took 80 % of the write units that the table has.',
    ])
  })

  it('is near where the storage is full within 30 days, and says so once when it is full', () => {
    assert.deepEqual(near({ daysUntilFull: 30 }), [])
    assert.deepEqual(near({ daysUntilFull: 29.9 }), [
      'At the present rate the 25 GB that are free are full in 29 days.',
    ])
    assert.deepEqual(near({ storedBytes: 26e9, daysUntilFull: 0 }), [
      'Storage is at 104 % of the 25 GB that are free.',
    ])
  })

  it('of write units is none on demand', () => {
    assert.deepEqual(near({ peakUnits: 1000, provisionedUnits: undefined }), [])
  })
})
