import assert from 'node:assert/strict'
import fc from 'fast-check'
import { storyText } from '../../engine/story-text.ts'

const line = (deepest: number) =>
  fc.record({ text: fc.string(), depth: fc.integer({ min: 0, max: deepest }) })

describe('storyText', () => {
  it('indents each row by two spaces for each depth, down to a depth of 100', () => {
    fc.assert(
      fc.property(fc.array(line(100)), (lines) => {
        const rows = lines.flatMap(({ text, depth }) =>
          text.split('\n').map((row) => '  '.repeat(depth) + row),
        )
        assert.equal(storyText(lines), rows.join('\n'))
      }),
    )
  })

  it('says of deeper lines how deep they are, and loses nothing of them', () => {
    const indent = ' '.repeat(200)
    assert.equal(
      storyText([
        { text: 'Top', depth: 0 },
        { text: 'Deep\nand long', depth: 312 },
        { text: 'At the edge', depth: 100 },
      ]),
      `Top\n${indent}[depth 312] Deep\n${indent}and long\n${indent}At the edge`,
    )
  })

  it('indents less where a story has very many rows, and says so', () => {
    const text = storyText([
      { text: 'Top', depth: 0 },
      { text: 'row\n'.repeat(1_000_000), depth: 90 },
      { text: 'After', depth: 4 },
    ])
    assert.match(text, /^Top\n {8}\[depth 90\] row\n {8}row\n/)
    assert.match(text, /\n {8}After$/)
    assert.ok(text.length < 13_000_000, `${text.length}`)
  })

  it('is little longer than what was said, however deep', () => {
    fc.assert(
      fc.property(fc.array(line(Number.MAX_SAFE_INTEGER)), (lines) => {
        const rows = lines.reduce((sum, { text }) => sum + text.split('\n').length, 0)
        const said = lines.reduce((sum, { text }) => sum + text.length, 0)
        assert.ok(storyText(lines).length <= said + rows * 240)
      }),
    )
  })
})
