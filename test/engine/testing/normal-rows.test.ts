import assert from 'node:assert/strict'
import fc from 'fast-check'
import { indentOf, normalRows } from '../../../engine/testing/normal-rows.ts'
import { anyLines } from './any-story.ts'
import { storyOf } from 'stacktale/testing'

const anyRows = anyLines.map((lines) => storyOf(lines).split('\n'))

describe('normalRows', () => {
  it('changes nothing that is normal', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const normal = normalRows(rows.join('\n'))
        assert.deepEqual(normalRows(normal.join('\n')), normal)
      }),
    )
  })

  it('leaves out the indent that all rows share, blank rows around them and what ends a row unseen', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.nat({ max: 6 }),
        fc.constantFrom('', ' ', '\t', '\r', ' \r\r'),
        (rows, indent, end) => {
          const wrapped = rows.map((row) => `${' '.repeat(indent)}${row}${end}`)
          assert.deepEqual(
            normalRows(['', ' \t', ...wrapped, '\r', ''].join('\n')),
            normalRows(rows.join('\n')),
          )
        },
      ),
    )
  })

  it('keeps blank rows between others and the indent of one to another', () => {
    assert.deepEqual(normalRows('\n    a\n\n      b \n   \n    c\n'), ['a', '', '  b', '', 'c'])
  })

  it('has no rows of a text that says nothing', () => {
    for (const text of ['', '\n', ' \r\n\t\n ']) assert.deepEqual(normalRows(text), [])
  })
})

describe('indentOf', () => {
  it('counts the spaces that a row begins with', () => {
    assert.deepEqual(['', 'a b', '  a', ' \ta', '   '].map(indentOf), [0, 0, 2, 1, 3])
  })
})
