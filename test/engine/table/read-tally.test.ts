import assert from 'node:assert/strict'
import { ReadTally } from '../../../engine/table/read-tally.ts'

const HOUR_MS = 3_600_000

describe('the tally of what is read', () => {
  it('adds up all of it, and the most in an hour of the clock', () => {
    let now = 10 * HOUR_MS + 59 * 60_000
    const tally = new ReadTally(() => now)
    assert.deepEqual(tally.sum, { since: now, readUnits: 0, mostInAnHour: 0 })
    tally.took(2)
    tally.took(3)
    now += 120_000
    tally.took(4)
    assert.deepEqual([tally.sum.readUnits, tally.sum.mostInAnHour], [9, 5])
    now += 120_000
    tally.took(2)
    assert.deepEqual([tally.sum.readUnits, tally.sum.mostInAnHour], [11, 6])
  })
})
