import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nestingOf } from '../../../viewer/display/nesting.ts'

/** The blocks as brackets: a line is its depth, what it holds follows in parentheses. */
function written(depths: readonly number[]): string {
  return nestingOf(depths)
    .map(({ opensBlock, closesBlocks }, index) => {
      const text = String(depths[index])
      return opensBlock ? `${text}(` : `${text}${')'.repeat(closesBlocks)}`
    })
    .join('')
}

describe('nestingOf', () => {
  for (const [depths, text] of [
    [[], ''],
    [[0], '0'],
    [[0, 0], '00'],
    [[0, 1, 0], '0(1)0'],
    [[0, 1, 2, 2, 1], '0(1(22)1)'],
    [[0, 3, 1, 0], '0(31)0'],
    [[2, 1, 0, 5, 2], '210(52)'],
    [[0, 1, 2], '0(1(2))'],
  ] as const) {
    it(`writes ${depths.join(' ')} as ${text || 'nothing'}`, () => {
      assert.equal(written(depths), text)
    })
  }

  it('closes every block that it opens, and ends each line before the next as shallow', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 80 }), (depths) => {
        const nesting = nestingOf(depths)
        const opened = nesting.filter(({ opensBlock }) => opensBlock).length
        const closed = nesting.reduce((sum, { closesBlocks }) => sum + closesBlocks, 0)
        assert.equal(closed, opened)
        let open = 0
        for (const { opensBlock, closesBlocks } of nesting) {
          open += (opensBlock ? 1 : 0) - closesBlocks
          assert.ok(open >= 0 && open <= 33)
          assert.ok(!opensBlock || closesBlocks === 0)
        }
        for (const [index, { end }] of nesting.entries()) assert.ok(end > index)
      }),
    )
  })
})
