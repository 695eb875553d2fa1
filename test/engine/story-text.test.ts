import assert from 'node:assert/strict'
import fc from 'fast-check'
import { shownStoryText, storyText } from '../../engine/story-text.ts'

const line = (deepest: number) =>
  fc.record({ text: fc.string(), depth: fc.integer({ min: 0, max: deepest }) })

describe('shownStoryText', () => {
  it('is the story’s text down to a depth of 100', () => {
    fc.assert(
      fc.property(fc.array(line(100)), (lines) => {
        assert.equal(shownStoryText(lines), storyText(lines))
      }),
    )
  })

  it('says of deeper lines how deep they are, and loses nothing of them', () => {
    const indent = ' '.repeat(200)
    assert.equal(
      shownStoryText([
        { text: 'Top', depth: 0 },
        { text: 'Deep\nand long', depth: 312 },
        { text: 'At the edge', depth: 100 },
      ]),
      `Top\n${indent}[depth 312] Deep\n${indent}and long\n${indent}At the edge`,
    )
  })

  it('is little longer than what was said, however deep', () => {
    fc.assert(
      fc.property(fc.array(line(Number.MAX_SAFE_INTEGER)), (lines) => {
        const rows = lines.reduce((sum, { text }) => sum + text.split('\n').length, 0)
        const said = lines.reduce((sum, { text }) => sum + text.length, 0)
        assert.ok(shownStoryText(lines).length <= said + rows * 240)
      }),
    )
  })
})
