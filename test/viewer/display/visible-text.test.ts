import assert from 'node:assert/strict'
import fc from 'fast-check'
import { visibleText } from '../../../viewer/display/visible-text.ts'

const UNSEEN =
  /(?![\n\t])[\p{Cc}\u00ad\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u

/** Any, and more often than by chance one of the rows where those are that should be seen. */
const CHARACTER = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1 }),
  fc
    .oneof(
      fc.integer({ min: 0x2000, max: 0x206f }),
      fc.integer({ min: 0xfe00, max: 0xffff }),
      fc.integer({ min: 0xe0000, max: 0xe01ff }),
    )
    .map((code) => String.fromCodePoint(code)),
)

describe('visibleText', () => {
  it('shows escape sequences in place of acting on them', () => {
    assert.equal(visibleText('\u001b[31mred\u001b[0m'), '␛[31mred␛[0m')
  })

  it('shows control characters as their pictures', () => {
    assert.equal(visibleText('a\u0000b\u0007c\u007fd\re\u009bf'), 'a␀b␇c␡d␍e⟨9B⟩f')
  })

  it('keeps line feeds and tabs, and takes CR LF for a line feed', () => {
    assert.equal(visibleText('a\tb\nc\r\nd'), 'a\tb\nc\nd')
  })

  it('shows what turns the reading direction around', () => {
    assert.equal(visibleText('abc\u202edcba\u202c'), 'abc⟨RLO⟩dcba⟨PDF⟩')
  })

  it('shows what would begin a line, or comment on a text, unseen', () => {
    assert.equal(visibleText('a\u2028b'), 'a⟨LS⟩b')
    assert.equal(visibleText('a\ufff9b'), 'a⟨FFF9⟩b')
  })

  it('keeps the letters and marks of right-to-left languages, and emoji', () => {
    const text = 'שלום \u200fعالم 👩‍🚀 é'
    assert.equal(visibleText(text), text)
  })

  it('shows what has no width, by which one key could pass for another', () => {
    assert.equal(visibleText('work\u200bout_4\u20602'), 'work⟨ZWSP⟩out_4⟨WJ⟩2')
    assert.equal(visibleText('\ufeffso\u00adft\u3164\u{e0041}'), '⟨BOM⟩so⟨SHY⟩ft⟨3164⟩⟨E0041⟩')
  })

  it('replaces half of a surrogate pair', () => {
    assert.equal(visibleText('a\ud800b'), 'a\ufffdb')
  })

  it('leaves nothing unseen, and is done after once', () => {
    fc.assert(
      fc.property(
        fc.array(CHARACTER).map((all) => all.join('')),
        (text) => {
          const visible = visibleText(text)
          assert.doesNotMatch(visible, UNSEEN)
          assert.ok(visible.isWellFormed())
          assert.equal(visibleText(visible), visible)
        },
      ),
    )
  })
})
