import assert from 'node:assert/strict'
import { duration } from '../../../viewer/display/duration.ts'

describe('duration', () => {
  for (const [ms, text] of [
    [0, '0.0 ms'],
    [1.5, '1.5 ms'],
    [99.94, '99.9 ms'],
    [99.96, '100 ms'],
    [999.4, '999 ms'],
    [999.5, '1.00 s'],
    [1284, '1.28 s'],
    [9994, '9.99 s'],
    [9996, '10.0 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 0 s'],
    [125_400, '2 min 5 s'],
    [3_599_600, '1 h 0 min'],
    [3_600_000, '1 h 0 min'],
    [11_520_000, '3 h 12 min'],
  ] as const) {
    it(`says ${text}`, () => {
      assert.equal(duration(ms), text)
    })
  }
})
