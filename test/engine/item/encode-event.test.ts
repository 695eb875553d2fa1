import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { itemSize, writeUnitsOf } from '../../../engine/cost.ts'
import type { Line, LogEvent } from '../../../engine/event.ts'
import { partCountOf, storyOf, summaryOf } from '../../../engine/item/decode-event.ts'
import { encodeEvent } from '../../../engine/item/encode-event.ts'
import { compressedStory, writtenStory } from '../../../engine/item/story.ts'
import { storyText } from '../../../engine/story-text.ts'
import { anyLines } from '../../arbitraries/lines.ts'

function eventOf(lines: readonly Line[]): LogEvent {
  return {
    object: 'workout_42',
    prefix: 'workout',
    id: '42',
    timestamp: '1732184700123.0000011234567890123456789',
    level: 'info',
    title: 'A title',
    duration: 12.3,
    host: 'host',
    service: 'service',
    trace: '4bf92f3577b34da6a3ce929d0e0e4736',
    expires: 1_734_776_701,
    lines,
    text: storyText(lines),
  }
}

function lineOf(text: string): Line {
  return { text, depth: 0, elapsed: 0, level: 'info' }
}

/** Common ones, which brotli knows. */
const WORDS =
  'about after again available because before between children company complete country different during every example following general government history important information international language material national number particular people possible present problem process program public question rather research school service several should society something support system themselves through together university without world'.split(
    ' ',
  )

function wordAt(at: number): string {
  return WORDS[at % WORDS.length] ?? ''
}

describe('an event as items', () => {
  it('reads back as it was, whatever its lines say', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { items } = encodeEvent(eventOf(lines))
        const head = { ...items.at(-1) }
        assert.deepEqual(
          storyOf(
            head,
            items.slice(0, -1).map((part) => ({ ...part })),
          ),
          lines,
        )
        const { lines: _lines, text: _text, ...header } = eventOf(lines)
        assert.deepEqual(summaryOf(head), { ...header, lines: lines.length })
      }),
    )
  })

  it('is readable text while it fits in one write unit, compressed above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (length) => {
        const [item] = encodeEvent(eventOf([lineOf('x'.repeat(length))])).items
        assert.ok(item !== undefined && 'prefix' in item)
        const asText = itemSize({ ...item, message: 'x'.repeat(length) }) <= 1024
        if (asText) assert.equal(item.message, 'x'.repeat(length))
        else assert.ok(item.codec === 'deflate-lines' || item.codec === 'br')
      }),
    )
  })

  it('takes brotli where that saves a write unit, and deflate otherwise', () => {
    const codecs = new Set<string>()
    for (let length = 150; length < 400; length += 1) {
      const texts = Array.from(
        { length },
        (_, at) => `${wordAt(7 * at)} ${wordAt(5 * at * at)} ${(at * 7919) % 9973}`,
      )
      const event = eventOf(texts.map(lineOf))
      const { items, writeUnits } = encodeEvent(event)
      const [item] = items
      assert.ok(item !== undefined && 'codec' in item && item.codec !== undefined)
      codecs.add(item.codec)
      const deflated = { ...item, ...compressedStory(writtenStory(event), event.title) }
      assert.equal(item.codec === 'br', writeUnits < writeUnitsOf(deflated))
    }
    assert.deepEqual([...codecs].toSorted(), ['br', 'deflate-lines'])
  })

  it('is compressed where UTF-8 cannot say the text, so that half a surrogate pair survives', () => {
    const lines = [lineOf('\ud83d')]
    const [item] = encodeEvent(eventOf(lines)).items
    assert.ok(item !== undefined && !('message' in item))
    assert.deepEqual(storyOf({ ...item }), lines)
  })

  it('continues in further items where it is bigger than DynamoDB takes, and its own item comes last', () => {
    const lines = [lineOf(randomBytes(700_000).toString('base64'))]
    const { items } = encodeEvent(eventOf(lines))
    const head = { ...items.at(-1) }
    const parts = items.slice(0, -1).map((part) => ({ ...part }))
    assert.equal(partCountOf(head), parts.length)
    assert.ok(parts.length > 1)
    items.forEach((item) => assert.ok(itemSize(item) <= 400 * 1024))
    assert.deepEqual(storyOf(head, parts), lines)
    assert.throws(() => storyOf(head, parts.slice(1)), { code: 'part-missing' })
  })
})
