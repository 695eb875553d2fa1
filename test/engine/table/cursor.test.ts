import assert from 'node:assert/strict'
import fc from 'fast-check'
import { decodeCursor, encodeCursor } from '../../../engine/table/cursor.ts'
import { timestampOfSteps } from '../../../engine/item/timestamp.ts'

describe('a cursor', () => {
  it('reads back as the sort key it was made of', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }), (steps) => {
        const before = timestampOfSteps(steps)
        assert.equal(decodeCursor(encodeCursor(before)), before)
      }),
    )
  })

  it('is refused when it is anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.throws(() => decodeCursor(text), { code: 'cursor-invalid' })
      }),
    )
  })

  it('is refused when it was cut or is not a text', () => {
    const cursor = encodeCursor('1732184700123.5')
    assert.throws(() => decodeCursor(cursor.slice(0, 1)), { code: 'cursor-invalid' })
    assert.throws(() => Reflect.apply(decodeCursor, undefined, [7]), { code: 'cursor-invalid' })
  })
})
