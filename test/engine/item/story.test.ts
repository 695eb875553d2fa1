import assert from 'node:assert/strict'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import type { Line } from '../../../engine/event.ts'
import {
  compressedStory,
  plainStory,
  readCompressedStory,
  readPlainStory,
  storyJson,
} from '../../../engine/item/story.ts'
import { storyText } from '../../../engine/story-text.ts'
import { anyLines } from '../../arbitraries/lines.ts'

function jsonOf(lines: readonly Line[]): string {
  return storyJson({ lines, text: storyText(lines) })
}

describe('a story in an item', () => {
  it('reads back from its compressed form as it was, whatever the text', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        assert.deepEqual(readCompressedStory(compressedStory(jsonOf(lines))), lines)
      }),
    )
  })

  it('reads back from its plain form as it was, whatever the text', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        assert.deepEqual(readPlainStory(plainStory(jsonOf(lines))), lines)
      }),
    )
  })

  it('is, in its plain form, the indented text and nothing more where nothing else is to be said', () => {
    const lines = [
      { text: 'Starting', depth: 0, elapsed: 0, level: 'info' as const },
      { text: 'Filtering', depth: 1, elapsed: 0, level: 'info' as const },
    ]
    assert.deepEqual(plainStory(jsonOf(lines)), { message: 'Starting\n  Filtering' })
  })

  const story = (content: unknown): Uint8Array => deflateRawSync(JSON.stringify(content))
  const damaged: readonly (readonly [string, Uint8Array])[] = [
    ['random bytes', Buffer.from('not compressed at all')],
    ['a cut body', story(['Hello '.repeat(50), {}]).subarray(0, 12)],
    ['no JSON', deflateRawSync('{"text": ')],
    ['JSON of another kind', story({ text: 'Hello' })],
    ['a text that is none', story([42, {}])],
    ['columns that are a list', story(['Hello', []])],
    ['a column that is no list', story(['Hello', { elapsed: 3 }])],
    ['a level that is no number', story(['Hello', { level: [[0, 'warn']] }])],
    ['an error without a name', story(['Hello', { error: [[0, { message: 'x' }]] }])],
    [
      'a cause that is no error',
      story(['Hello', { error: [[0, { name: 'E', message: 'x', cause: 1 }]] }]),
    ],
  ]
  for (const [what, body] of damaged) {
    it(`says so when the body is ${what}`, () => {
      assert.throws(() => readCompressedStory({ body, codec: 'deflate-raw' }), {
        code: 'body-damaged',
      })
    })
  }

  it('says so when a small body unfolds to more than a story can be', function () {
    this.timeout(30_000)
    const body = deflateRawSync(Buffer.alloc(300 * 1024 * 1024))
    assert.throws(() => readCompressedStory({ body, codec: 'deflate-raw' }), {
      code: 'body-damaged',
    })
  })

  it('says so when the codec is one of a later version', () => {
    assert.throws(() => readCompressedStory({ body: story(['Hello', {}]), codec: 'zstd' }), {
      code: 'codec-unknown',
      message: /"zstd".*update/,
    })
  })

  it('unfolds to no more depth than its text is indented', () => {
    const body = story(['Hello', { depth: [1e9] }])
    const lines = readCompressedStory({ body, codec: 'deflate-raw' })
    assert.equal(storyText(lines), 'Hello')
  })
})
