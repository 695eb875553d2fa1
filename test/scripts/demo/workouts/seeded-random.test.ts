import assert from 'node:assert/strict'
import { SeededRandom } from '../../../../scripts/demo/workouts/seeded-random.ts'

function numbers(seed: number): readonly number[] {
  const random = new SeededRandom(seed)
  return Array.from({ length: 1000 }, () => random.next())
}

describe('SeededRandom', () => {
  it('repeats for the same seed only', () => {
    assert.deepEqual(numbers(7), numbers(7))
    assert.notDeepEqual(numbers(7), numbers(8))
  })

  it('spreads evenly from 0 up to 1', () => {
    const drawn = numbers(3)
    assert.ok(drawn.every((number) => number >= 0 && number < 1))
    const mean = drawn.reduce((sum, number) => sum + number, 0) / drawn.length
    assert.ok(Math.abs(mean - 0.5) < 0.05)
  })

  it('picks in proportion to weights', () => {
    const random = new SeededRandom(5)
    const picked = Array.from({ length: 1000 }, () =>
      random.pickWeighted(['rare', 'common', 'never'], (word) =>
        word === 'never' ? 0 : word.length - 3,
      ),
    )
    assert.ok(!picked.includes('never'))
    const rare = picked.filter((word) => word === 'rare').length
    assert.ok(rare > 200 && rare < 300)
  })

  it('refuses to pick from nothing', () => {
    assert.throws(() => new SeededRandom(1).pick([]), RangeError)
  })
})
