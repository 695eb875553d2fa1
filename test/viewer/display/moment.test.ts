import assert from 'node:assert/strict'
import { moment, relativeTime } from '../../../viewer/display/moment.ts'

const NOW = Date.parse('2026-11-21T10:41:58.000Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('relativeTime', () => {
  for (const [ago, text] of [
    [0, 'just now'],
    [1999, 'just now'],
    [20_000, '20 s ago'],
    [MINUTE, '1 min ago'],
    [59.9 * MINUTE, '59 min ago'],
    [60 * MINUTE, '1 h ago'],
    [23.9 * 60 * MINUTE, '23 h ago'],
    [DAY, '1 day ago'],
    [30 * DAY, '30 days ago'],
    [31 * DAY, '1 month ago'],
    [200 * DAY, '6 months ago'],
    [365.3 * DAY, '1 year ago'],
    [800 * DAY, '2 years ago'],
    [-29.5 * DAY, 'in 29 days'],
  ] as const) {
    it(`says ${text}`, () => {
      assert.equal(relativeTime(NOW - ago, NOW), text)
    })
  }
})

describe('moment', () => {
  it('says a time in UTC', () => {
    assert.deepEqual(moment(Date.parse('2026-01-02T03:04:05.678Z'), NOW), {
      datetime: '2026-01-02T03:04:05.678Z',
      clock: '03:04:05',
      absolute: '2 Jan 2026, 03:04:05.678 UTC',
      relative: '10 months ago',
    })
  })

  for (const ms of [NaN, Infinity, -Infinity, 1e20]) {
    it(`survives ${ms}`, () => {
      assert.match(moment(ms, NOW).absolute, / UTC$/)
    })
  }
})
