import assert from 'node:assert/strict'
import fc from 'fast-check'
import { jsonText } from '../../engine/json-text.ts'

const CHARACTER = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1 }),
  fc.constantFrom('\u009b', '\u2028', '\u202e', '\u3164', '\ufeff', '\u{e0041}', '\ud83d', '\t'),
)

describe('jsonText', () => {
  it('reads back the same, and shows nothing that acts or is not seen', () => {
    fc.assert(
      fc.property(
        fc.array(CHARACTER).map((all) => all.join('')),
        (text) => {
          const json = jsonText({ [text]: text })
          assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify({ [text]: text })))
          assert.doesNotMatch(
            json,
            /[\p{Cc}\u00ad\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u,
          )
        },
      ),
    )
  })

  it('escapes what is beyond 16 bits in two', () => {
    assert.equal(jsonText('\u{e0041}🦀'), String.raw`"\udb40\udc41🦀"`)
  })
})
