import assert from 'node:assert/strict'
import { nestingOf } from '../../../viewer/display/nesting.ts'
import { stickyLines } from '../../../viewer/display/sticky-lines.ts'
import { lineOf } from '../event-of.ts'

function sticky(depths: readonly number[], texts: readonly string[] = []): unknown {
  const lines = depths.map((depth, index) => lineOf({ text: texts[index] ?? 'Short', depth }))
  return stickyLines(lines, nestingOf(depths))
}

describe('stickyLines', () => {
  it('keeps the three outermost calls in view', () => {
    assert.deepEqual(sticky([0, 1, 2, 3, 4, 1, 2]), [0, 1, 2, undefined, undefined, 1, undefined])
  })

  it('leaves a line that needs more than a row, and counts on without it', () => {
    assert.deepEqual(sticky([0, 1, 2, 3], ['Two\nrows']), [undefined, 0, 1, undefined])
  })
})
