import assert from 'node:assert/strict'
import fc from 'fast-check'
import { captureStories, storyOf } from 'stacktale/testing'
import { GenericLogger } from 'stacktale'
import { plainLines } from './any-story.ts'

describe('storyOf', () => {
  it('indents each line by two spaces for each depth below the shallowest', () => {
    fc.assert(
      fc.property(plainLines, (lines) => {
        const least = Math.min(...lines.map(({ depth }) => depth))
        const expected = lines.map(({ text, depth }) => '  '.repeat(depth - least) + text)
        assert.equal(storyOf(lines), expected.join('\n'))
      }),
    )
  })

  it('indents every row of a text', () => {
    const lines = [
      { text: 'a', depth: 0 },
      { text: 'b\n  c\n\nd', depth: 1 },
    ]
    assert.equal(storyOf(lines), 'a\n  b\n    c\n\n  d')
  })

  it('says of an event what it says of its lines', async () => {
    const [event] = await captureStories(async () => {
      const log = new GenericLogger({ id: 1 }, 'told')
      const inner = (): void => log.info('Inner ')
      log.info('Outer')
      inner()
      await log.commit()
    })
    assert.ok(event !== undefined)
    assert.equal(storyOf(event), 'Outer\n  Inner')
    assert.equal(storyOf(event.lines), 'Outer\n  Inner')
  })

  it('is empty of no lines', () => {
    assert.equal(storyOf([]), '')
  })
})
