import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isAtLeast, LEVELS } from '../../../engine/level.ts'
import { eventsFrom, medianOf, p95Of, tallyOf } from '../../../viewer/counts/tally.ts'
import { anyEvents, countsOf } from './any-counts.ts'

describe('a tally', () => {
  it('counts what a filter of a level lists', () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom(...LEVELS), (events, floor) => {
        const listed = events.filter(({ level }) => isAtLeast(level, floor))
        assert.equal(eventsFrom(tallyOf(countsOf(events)), floor), listed.length)
      }),
    )
  })

  it('tells median and p95 over all hours, prefixes and levels to within a factor of two', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const tally = tallyOf(countsOf(events))
        const sorted = events.map(({ duration }) => duration).toSorted((a, b) => a - b)
        for (const [told, share] of [
          [medianOf(tally), 0.5],
          [p95Of(tally), 0.95],
        ] as const) {
          const exact = sorted[Math.ceil(share * sorted.length) - 1]
          if (exact === undefined) assert.equal(told, undefined)
          else assert.ok(told !== undefined && told <= 2 * exact && told >= exact / 2)
        }
      }),
    )
  })
})
