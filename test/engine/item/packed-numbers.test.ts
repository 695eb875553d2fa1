import assert from 'node:assert/strict'
import fc from 'fast-check'
import { PackedNumbers, packNumbers } from '../../../engine/item/packed-numbers.ts'

const anyNumber = fc.oneof(fc.nat({ max: 20 }), fc.nat(), fc.maxSafeNat())

describe('packed numbers', () => {
  it('read back as they were, and what follows them too', () => {
    fc.assert(
      fc.property(fc.array(anyNumber), fc.uint8Array(), (numbers, rest) => {
        const read = new PackedNumbers(Buffer.concat([packNumbers(numbers), rest]))
        assert.deepEqual(
          numbers.map(() => read.next()),
          numbers,
        )
        assert.deepEqual([...read.rest()], [...rest])
      }),
    )
  })

  it('take half a byte for three bits', () => {
    assert.deepEqual([...packNumbers([1, 7, 8, 64])], [0x17, 0x90, 0x98, 0x00])
  })

  it('end where the bytes end within one', () => {
    assert.equal(new PackedNumbers(Buffer.of(0x99)).next(), undefined)
  })
})
