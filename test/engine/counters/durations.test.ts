import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  bucketStartMs,
  DURATION_BUCKETS,
  durationAt,
  durationBucket,
} from '../../../engine/counters/durations.ts'

describe('the buckets of durations', () => {
  it('hold each duration between their bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2 ** 40, noNaN: true }), (milliseconds) => {
        const bucket = durationBucket(milliseconds)
        assert.ok(bucketStartMs(bucket) <= milliseconds)
        if (bucket < DURATION_BUCKETS - 1) assert.ok(milliseconds < bucketStartMs(bucket + 1))
        else assert.equal(bucket, DURATION_BUCKETS - 1)
      }),
    )
  })

  it('begin at 0, 1, 2, 4 ms and so on', () => {
    assert.deepEqual(
      [0, 0.9, 1, 2, 3.9, 4, 2 ** 30, Infinity].map(durationBucket),
      [0, 0, 1, 2, 2, 3, 31, 31],
    )
    assert.deepEqual([0, 1, 2, 3].map(bucketStartMs), [0, 1, 2, 4])
  })

  it('tell the median and the like to within a factor of two', () => {
    const durations = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 })
    fc.assert(
      fc.property(durations, fc.double({ min: 0.01, max: 1, noNaN: true }), (times, share) => {
        const buckets = Array.from(
          { length: DURATION_BUCKETS },
          (_, bucket) => times.filter((time) => durationBucket(time) === bucket).length,
        )
        const sorted = times.toSorted((a, b) => a - b)
        const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0
        const told = durationAt(buckets, share) ?? 0
        assert.ok(told <= exact * 2 && told >= exact / 2, `${told} for ${exact}`)
      }),
    )
    assert.equal(durationAt([], 0.5), undefined)
  })
})
