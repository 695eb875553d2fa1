import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TokenBucket } from '../../../scripts/aws-stand-in/token-bucket.ts'

const steps = fc.array(
  fc.record({ afterMs: fc.nat(5_000), units: fc.integer({ min: 1, max: 50 }) }),
)

function bucketAt(clock: () => number, credit: 'full' | 'empty', burstSeconds = 300): TokenBucket {
  return new TokenBucket({ unitsPerSecond: 10, burstSeconds, credit, clock })
}

describe('a bucket of units', () => {
  it('gives no more than credit + rate × time, but for the last that was taken', () => {
    const options = fc.record({
      unitsPerSecond: fc.integer({ min: 1, max: 40 }),
      burstSeconds: fc.nat(5),
      credit: fc.constantFrom('full' as const, 'empty' as const),
    })
    fc.assert(
      fc.property(options, steps, (options, steps) => {
        let now = 0
        const bucket = new TokenBucket({ ...options, clock: () => now })
        const credit =
          options.credit === 'full' ? options.unitsPerSecond * Math.max(1, options.burstSeconds) : 0
        let taken = 0
        for (const { afterMs, units } of steps) {
          now += afterMs
          if (bucket.level() <= 0) continue
          assert.ok(taken < credit + (options.unitsPerSecond * now) / 1000 + 1e-6)
          bucket.take(units)
          taken += units
        }
      }),
    )
  })

  it('keeps unused units of the last seconds only', () => {
    let now = 0
    const bucket = bucketAt(() => now, 'empty', 5)
    now = 3_000
    assert.equal(bucket.level(), 30)
    now = 3_600_000
    assert.equal(bucket.level(), 50)
  })

  it('holds a second of units even without burst', () => {
    assert.equal(bucketAt(() => 0, 'full', 0).level(), 10)
  })

  it('goes into debt, and pays it first', () => {
    let now = 0
    const bucket = bucketAt(() => now, 'empty')
    now = 100
    bucket.take(11)
    assert.equal(bucket.level(), -10)
    now = 1_100
    assert.equal(bucket.level(), 0)
  })

  it('takes back what was not used, up to what it holds', () => {
    const bucket = bucketAt(() => 0, 'full', 1)
    bucket.take(4)
    bucket.giveBack(3)
    assert.equal(bucket.level(), 9)
    bucket.giveBack(3)
    assert.equal(bucket.level(), 10)
  })
})
