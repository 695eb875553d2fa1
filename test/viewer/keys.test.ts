import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { StoredEvent } from '../../engine/table/event-page.ts'
import { addressesBelow } from '../../viewer/addresses.ts'
import { eventOf } from './event-of.ts'
import { MemoryReader } from './memory-reader.ts'
import { servingViewer } from './serve.ts'

/** Answers every key with an event of it, and keeps what it was asked. */
class EchoReader extends MemoryReader {
  asked: unknown

  override async event(object: string, timestamp: string): Promise<StoredEvent> {
    this.asked = [object, timestamp]
    return { ...eventOf({ object, timestamp }), readUnits: 0.5 }
  }

  override async object(key: string): Promise<{ events: []; readUnits: number }> {
    this.asked = key
    return { events: [], readUnits: 0.5 }
  }
}

const AWKWARD_IDS = [
  '..',
  '.',
  'a/b',
  '/',
  '//evil.example',
  '\\',
  '%',
  '%2F',
  '%252F',
  '?a=b&c=d#e',
  ' ',
  '+',
  '"><script>alert(1)</script>',
  "'",
  '\u0000',
  'a\nb\tc\r',
  '👩‍🚀',
  '\u202e',
  ':timestamp',
  '*',
  '(x)',
  'x.txt',
  'é'.normalize('NFD'),
  '5.ndjson',
]

const timestamps = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999_999_999 }), fc.stringMatching(/^\d{0,24}[1-9]$/))
  .map(([ms, fraction]) => `${ms}.${fraction}`)
const keys = fc.tuple(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => !text.includes('_')),
  fc.oneof(
    fc.constantFrom(...AWKWARD_IDS),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  ),
)

describe('a key', () => {
  it('comes back from its link as it was, whatever its characters', async () => {
    const reader = new EchoReader([])
    const { event, object, events } = addressesBelow('', '/assets')
    await servingViewer(reader, async ({ get, url }) => {
      const check = fc.asyncProperty(keys, timestamps, async ([prefix, id], timestamp) => {
        const key = `${prefix}_${id}`
        for (const format of ['page', 'txt', 'ndjson'] as const) {
          const link = event(key, timestamp, format)
          assert.equal(new URL(link, url).pathname, link)
          assert.equal((await get(link)).status, 200)
          assert.deepEqual(reader.asked, [key, timestamp])
        }
        const link = object(key)
        assert.equal(new URL(link, url).pathname, link)
        assert.equal((await get(link)).status, 200)
        assert.equal(reader.asked, key)
        const filtered = await get(events({ object: key }))
        assert.equal(filtered.status, 200)
        assert.equal(reader.asked, key)
      })
      const examples = AWKWARD_IDS.map((id): [[string, string], string] => [['.', id], '5.5'])
      await fc.assert(check, { numRuns: 150, examples })
    })
  })

  it('that is too long is refused with a reason', async () => {
    await servingViewer([], async ({ get }) => {
      const { status, body } = await get(`/?object=a_${'x'.repeat(3000)}`)
      assert.equal(status, 400)
      assert.match(body, /A key has at most 2048/)
    })
  })
})
