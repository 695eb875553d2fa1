import assert from 'node:assert/strict'
import fc from 'fast-check'
import { columnsOf } from '../../../viewer/counts/columns.ts'
import { uncounted } from '../../../viewer/counts/uncounted.ts'
import { anyEvents, anySteps, countsOf } from './any-counts.ts'

describe('how many events were not counted', () => {
  it('is how many the list has more, and none where all were counted', () => {
    fc.assert(
      fc.property(anyEvents, anySteps, fc.nat(), (events, steps, some) => {
        const listed = events.map(({ milliseconds }) => ({ timestamp: `${milliseconds}` }))
        const counted = events.slice(0, some % (events.length + 1))
        const missing = uncounted(listed, columnsOf(countsOf(counted), steps))
        assert.equal(missing, events.length - counted.length)
        assert.equal(uncounted(listed.slice(1), columnsOf(countsOf(events), steps)), 0)
      }),
    )
  })
})
