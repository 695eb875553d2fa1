import assert from 'node:assert/strict'
import { nestingOf } from '../../../viewer/display/nesting.ts'
import { stickyLines } from '../../../viewer/display/sticky-lines.ts'
import { lineOf } from '../event-of.ts'

/** What holds more lines than so many stays in view. */
const SHORT_BLOCK = 10

function sticky(depths: readonly number[], texts: readonly string[] = []): readonly unknown[] {
  const lines = depths.map((depth, index) => lineOf({ text: texts[index] ?? 'Short', depth }))
  return stickyLines(lines, nestingOf(depths))
}

/** @returns the depths, with so many lines inside the last */
function holding(depths: readonly number[], lines = SHORT_BLOCK + 1): readonly number[] {
  return [...depths, ...Array.from({ length: lines }, () => depths.length)]
}

describe('stickyLines', () => {
  it('keeps the three outermost calls in view', () => {
    const both = [...holding([0, 1, 2, 3]), ...holding([0]).map((depth) => depth + 1)]
    const found = sticky(both)
    assert.deepEqual(found.slice(0, 4), [0, 1, 2, undefined])
    assert.equal(found[SHORT_BLOCK + 5], 1)
    assert.equal(found.filter((place) => place !== undefined).length, 4)
  })

  it('leaves a line that needs more than a row, and counts on without it', () => {
    assert.deepEqual(sticky(holding([0, 1, 2]), ['Two\nrows']).slice(0, 3), [undefined, 0, 1])
  })

  it('leaves a line that is as long, or as deep, or has letters as wide', () => {
    const kept = (text: string, depths: readonly number[] = [0]): unknown =>
      sticky(holding(depths), [...depths.slice(1).map(() => ''), text])[depths.length - 1]
    const texts = ['a'.repeat(80), 'a'.repeat(81), 'W'.repeat(40), '漢'.repeat(41), 'ש'.repeat(40)]
    assert.deepEqual(
      texts.map((text) => kept(text)),
      [0, undefined, undefined, undefined, 0],
    )
    assert.equal(kept('a'.repeat(77), [0, 1]), 1)
    assert.equal(kept('a'.repeat(78), [0, 1]), undefined)
  })

  it('leaves a line whose block is short', () => {
    assert.deepEqual(sticky(holding([0, 1], SHORT_BLOCK)).slice(0, 2), [0, undefined])
  })
})
