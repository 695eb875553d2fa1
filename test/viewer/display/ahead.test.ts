import assert from 'node:assert/strict'
import { aheadSentence } from '../../../viewer/display/ahead.ts'

describe('what going on would cost', () => {
  it('is said for the rest of the time, or for each day', () => {
    assert.equal(
      aheadSentence({ readUnitsADay: 12.5, readUnits: 1234.5 }),
      'Going on to the end costs about 1,200 read units.',
    )
    assert.equal(
      aheadSentence({ readUnitsADay: 12.5 }),
      'Going on costs about 13 read units for each day.',
    )
  })

  it('is never nothing, and not said where it is not known', () => {
    assert.equal(
      aheadSentence({ readUnitsADay: 0.02, readUnits: 0 }),
      'Going on to the end costs about 0.5 read units.',
    )
    assert.equal(aheadSentence(undefined), '')
  })
})
