import assert from 'node:assert/strict'
import { count } from '../../../viewer/display/count.ts'

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
