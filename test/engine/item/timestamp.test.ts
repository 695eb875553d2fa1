import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  isAbove,
  isTimestamp,
  LAST_MILLISECOND,
  millisecondsOf,
  stepsOf,
  stepsWithin,
  TimestampSequence,
  timestampOfSteps,
} from '../../../engine/item/timestamp.ts'

const anyClock = fc.array(fc.nat({ max: 50 }), { minLength: 2, maxLength: 60 })

describe('the sort keys of a process', () => {
  it('rise strictly, even when the clock stands still or steps back', () => {
    fc.assert(
      fc.property(anyClock, (readings) => {
        let at = 0
        const sequence = new TimestampSequence(() => 1_732_184_700_000 + (readings[at++] ?? 0))
        const keys = readings.map(() => stepsOf(sequence.next()))
        keys.slice(1).forEach((key, index) => assert.ok(key > (keys[index] ?? 0n)))
      }),
    )
  })

  it('lie in the millisecond of the clock while it does not step back', () => {
    fc.assert(
      fc.property(fc.nat({ max: LAST_MILLISECOND }), (millisecond) => {
        const key = new TimestampSequence(() => millisecond).next()
        assert.equal(millisecondsOf(key), millisecond)
      }),
    )
  })

  it('have 38 digits at the most and no zero at the end, so that DynamoDB gives them back as written', () => {
    const sequence = new TimestampSequence(() => 1_732_184_700_123)
    for (let count = 0; count < 2000; count += 1) {
      assert.match(sequence.next(), /^1732184700123\.\d{24}[1-9]$/)
    }
  })

  it('go on in the next millisecond after a million in one', () => {
    const sequence = new TimestampSequence(() => 5)
    let last = ''
    for (let count = 0; count < 1_000_001; count += 1) last = sequence.next()
    assert.match(last, /^6\.000000/)
  })

  it('differ between two processes that count alike', () => {
    const [one, other] = [new TimestampSequence(() => 7), new TimestampSequence(() => 7)]
    const keys = new Set(Array.from({ length: 1000 }, () => [one.next(), other.next()]).flat())
    assert.equal(keys.size, 2000)
  })
})

describe('the order of sort keys', () => {
  const anySteps = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }),
    fc.bigInt({ min: 0n, max: 20n }).map((tenths) => tenths * 10n ** 24n),
  )

  it('is that of their steps', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (a, b) => {
        assert.equal(isAbove(timestampOfSteps(a), timestampOfSteps(b)), a > b)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the steps of a sort key', () => {
  it('say the same as the key', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }), (steps) => {
        const key = timestampOfSteps(steps)
        assert.ok(isTimestamp(key))
        assert.equal(stepsOf(key), steps)
      }),
    )
  })

  it('of a millisecond hold exactly the keys within it', () => {
    const { first, last } = stepsWithin(1000)
    assert.equal(timestampOfSteps(first), '1000')
    assert.equal(timestampOfSteps(last), `1000.${'9'.repeat(25)}`)
    assert.equal(timestampOfSteps(last + 1n), '1001')
  })
})
