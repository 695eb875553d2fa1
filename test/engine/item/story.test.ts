import assert from 'node:assert/strict'
import { brotliCompressSync, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { DEEPEST_DEPTH } from '../../../engine/deepest-depth.ts'
import type { Line } from '../../../engine/event.ts'
import { LINE_CODECS } from '../../../engine/item/codec.ts'
import type { WrittenStory } from '../../../engine/item/story.ts'
import {
  compressedStory,
  plainStory,
  readCompressedStory,
  readPlainStory,
  writtenStory,
} from '../../../engine/item/story.ts'
import { storyText } from '../../../engine/story-text.ts'
import { anyDeepLines, anyLines } from '../../arbitraries/lines.ts'

const TITLE = 'A title'

function written(lines: readonly Line[]): WrittenStory {
  return writtenStory({ lines, text: storyText(lines) })
}

describe('a story in an item', () => {
  it('reads back from its compressed form as it was, whatever the text', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const title of [TITLE, lines[0]?.text ?? '']) {
          for (const codec of LINE_CODECS) {
            const story = compressedStory(written(lines), title, codec)
            assert.deepEqual(readCompressedStory(story, title), lines)
          }
        }
      }),
    )
  })

  it('is laid out wherever UTF-8 can say its texts and its times do not run backwards', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const asked of LINE_CODECS) {
          const { codec } = compressedStory(written(lines), TITLE, asked)
          const isSaid = lines.every(({ text }) => text.isWellFormed())
          assert.equal(codec, isSaid ? asked : 'deflate-raw')
        }
      }),
    )
    const backwards = [
      { text: 'Later', depth: 0, elapsed: 2, level: 'info' as const },
      { text: 'Before', depth: 0, elapsed: 1, level: 'info' as const },
    ]
    const story = compressedStory(written(backwards), TITLE)
    assert.equal(story.codec, 'deflate-raw')
    assert.deepEqual(readCompressedStory(story, TITLE), backwards)
  })

  it('reads back from its plain form as it was, whatever the text', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        assert.deepEqual(readPlainStory(plainStory(written(lines))), lines)
      }),
    )
  })

  it('reads back as it was however deep it is, and however many rows it has', () => {
    fc.assert(
      fc.property(anyDeepLines, fc.constantFrom(0, 1, 100_000), (deep, rows) => {
        const [first, ...others] = deep
        assert.ok(first !== undefined)
        const lines = [{ ...first, text: first.text + '\n'.repeat(rows) }, ...others]
        assert.deepEqual(readPlainStory(plainStory(written(lines))), lines)
        const body = compressedStory(written(lines), TITLE)
        assert.deepEqual(readCompressedStory(body, TITLE), lines)
      }),
      { numRuns: 30 },
    )
  })

  it('reads back as it was where its lines go up and down by thousands of calls', () => {
    const lines = Array.from({ length: 6_000 }, (_, line) => ({
      text: `Line ${line}`,
      depth: line % 2 === 0 ? 0 : DEEPEST_DEPTH,
      elapsed: 0,
      level: 'info' as const,
    }))
    const body = compressedStory(written(lines), TITLE)
    assert.equal(body.codec, 'deflate-raw')
    assert.ok(body.body.byteLength < 100_000)
    assert.deepEqual(readCompressedStory(body, TITLE), lines)
  })

  it('reads back as it was where very many of its lines are very deep', () => {
    const lines = Array.from({ length: 20_000 }, (_, line) => ({
      text: `Line ${line}`,
      depth: 10_000,
      elapsed: 0,
      level: 'info' as const,
    }))
    assert.deepEqual(readCompressedStory(compressedStory(written(lines), TITLE), TITLE), lines)
  })

  it('is no deeper than calls go, whatever its columns say', () => {
    const body = story([`${' '.repeat(200)}[depth 5000000] Deep`, { deeper: [[0, 4_999_900]] }])
    const [line] = readCompressedStory({ body, codec: 'deflate-raw' }, TITLE)
    assert.deepEqual([line?.text, line?.depth], ['Deep', DEEPEST_DEPTH])
  })

  it('is, in its plain form, the indented text and nothing more where nothing else is to be said', () => {
    const lines = [
      { text: 'Starting', depth: 0, elapsed: 0, level: 'info' as const },
      { text: 'Filtering', depth: 1, elapsed: 0, level: 'info' as const },
    ]
    assert.deepEqual(plainStory(written(lines)), { message: 'Starting\n  Filtering' })
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
      assert.throws(() => readCompressedStory({ body, codec: 'deflate-raw' }, TITLE), {
        code: 'body-damaged',
      })
    })
  }

  it('says so when a small body unfolds to more than a story can be', function () {
    this.timeout(180_000)
    const body = deflateRawSync(Buffer.alloc(300 * 1024 * 1024))
    assert.throws(() => readCompressedStory({ body, codec: 'deflate-raw' }, TITLE), {
      code: 'body-damaged',
    })
  })

  it('says so when the codec is one of a later version', () => {
    assert.throws(() => readCompressedStory({ body: story(['Hello', {}]), codec: 'zstd' }, TITLE), {
      code: 'codec-unknown',
      message: /"zstd".*update/,
    })
  })

  it('unfolds to no more depth than its text is indented', () => {
    const body = story(['Hello', { depth: [1e9] }])
    const lines = readCompressedStory({ body, codec: 'deflate-raw' }, TITLE)
    assert.equal(storyText(lines), 'Hello')
  })

  const laidOut = (text: string, times: readonly number[] = [0]): Uint8Array =>
    Buffer.concat([Uint8Array.from(times), brotliCompressSync(text)])
  const damagedBodies: readonly (readonly [string, Uint8Array])[] = [
    ['random bytes', Buffer.from('not compressed at all')],
    ['empty', Buffer.of()],
    ['a cut body', laidOut(`\n${'Hello '.repeat(50)}`).subarray(0, 12)],
    ['times without an end', Buffer.of(0xff, 0xff)],
    ['more times than are there', Buffer.of(0x71)],
    ['a text that begins no line', laidOut('Hello')],
    ['nothing at all', laidOut('')],
    ['a field of no line', laidOut('\u001b{}')],
    ['a field that is no JSON', laidOut('\nHello\u001b{')],
    ['a level that is no number', laidOut('\nHello\u0019"warn"')],
    ['an error without a name', laidOut('\nHello\u001c{"message":"x"}')],
    ['shallower than the outermost', laidOut('\u0010Hello')],
    ['a change of depth that goes on nowhere', laidOut('\u0008Hello\u001b1')],
    ['an escape of nothing', laidOut('\nHello\u001e')],
    ['a control character that says nothing', laidOut('\nHello\u0000')],
    ['deeper than calls go', laidOut('\u0008'.repeat(100_000))],
  ]
  for (const [what, body] of damagedBodies) {
    it(`says so when the laid-out body is ${what}`, () => {
      assert.throws(() => readCompressedStory({ body, codec: 'br' }, TITLE), {
        code: 'body-damaged',
      })
    })
  }

  it('has its first line from the title where that says it', () => {
    const body = laidOut('\n\u0018\u0001World', [0x21, 0x70])
    assert.deepEqual(readCompressedStory({ body, codec: 'br' }, TITLE), [
      { text: TITLE, depth: 0, elapsed: 0.1, level: 'info' },
      { text: 'World', depth: 1, elapsed: 0.8, level: 'info' },
    ])
  })
})
