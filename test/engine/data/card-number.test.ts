import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isCardNumber } from '../../../engine/data/card-number.ts'

/** The numbers that the networks publish for tests. */
const PUBLISHED = [
  '4111 1111 1111 1111',
  '4222222222222',
  '5555-5555-5555-4444',
  '2223003122003222',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '3530111333300000',
  '6200000000000005',
]

describe('a card number', () => {
  for (const number of PUBLISHED) {
    it(`is ${number}`, () => assert.equal(isCardNumber(number), true))
  }

  it('with any one digit changed is none', () => {
    const change = fc.record({
      number: fc.constantFrom(...PUBLISHED.map((number) => number.replaceAll(/\D/g, ''))),
      place: fc.nat(),
      by: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(change, ({ number, place, by }) => {
        const at = place % number.length
        const digit = (Number(number[at]) + by) % 10
        assert.equal(isCardNumber(number.slice(0, at) + digit + number.slice(at + 1)), false)
      }),
    )
  })

  it('is not any digits with the right sum: times and short numbers are none', () => {
    assert.equal(isCardNumber('1753870000007'), false)
    assert.equal(isCardNumber('0000000000000000'), false)
    assert.equal(isCardNumber('42'), false)
  })
})
