import assert from 'node:assert/strict'
import { aboutDuration } from '../../../viewer/display/about-duration.ts'

describe('a duration that is known about', () => {
  for (const [ms, text] of [
    [undefined, '–'],
    [0, '< 1 ms'],
    [0.94, '< 1 ms'],
    [1, '1 ms'],
    [1.26, '1.3 ms'],
    [247, '250 ms'],
    [994, '990 ms'],
    [996, '1 s'],
    [1284, '1.3 s'],
    [59_600, '1 min'],
    [125_000, '2.1 min'],
    [11_520_000, '3.2 h'],
    [2 ** 31, '600 h'],
  ] as const) {
    it(`is said as ${text}`, () => {
      assert.equal(aboutDuration(ms), text)
    })
  }
})
