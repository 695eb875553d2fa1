import assert from 'node:assert/strict'
import { DAY_MS, HOUR_MS } from '../../../engine/hours.ts'
import { stepLengthWords, stepWords } from '../../../viewer/counts/time-words.ts'

const DAY = Date.UTC(2026, 10, 21)

describe('a step of time', () => {
  for (const [from, length, words] of [
    [DAY + 9 * HOUR_MS, HOUR_MS, '21 Nov, 09:00 to 10:00'],
    [DAY + 18 * HOUR_MS, 6 * HOUR_MS, '21 Nov, 18:00 to 00:00'],
    [DAY, DAY_MS, '21 Nov'],
    [DAY, 3 * DAY_MS, '21 Nov to 23 Nov'],
  ] as const) {
    it(`is called ${words}`, () => {
      assert.equal(stepWords({ from, to: from + length - 1 }), words)
    })
  }

  it('has a length', () => {
    assert.deepEqual(
      [1, 6, 24, 72].map((hours) => stepLengthWords(hours * HOUR_MS)),
      ['per hour', 'per 6 hours', 'per day', 'per 3 days'],
    )
  })
})
