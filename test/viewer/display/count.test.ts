import assert from 'node:assert/strict'
import { count, shortDigits } from '../../../viewer/display/count.ts'

describe('a number with its noun', () => {
  for (const [number, text] of [
    [0, 'no lines'],
    [1, '1 line'],
    [1.02, '1 line'],
    [1.5, '1.5 lines'],
    [1204, '1,204 lines'],
  ] as const) {
    it(`is ${text} for ${number}`, () => {
      assert.equal(count(number, 'line'), text)
    })
  }
})

describe('a number where there is little room', () => {
  for (const [number, text] of [
    [0, '0'],
    [9_999_999, '9,999,999'],
    [10_000_000, '10M'],
    [19_753_086_241, '19.8B'],
  ] as const) {
    it(`is ${text} for ${number}`, () => {
      assert.equal(shortDigits(number), text)
    })
  }
})
