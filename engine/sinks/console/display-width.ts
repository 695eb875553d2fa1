const ONE_COLUMN_EACH = /^[\u0020-\u007e]*$/
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u
const TWO_COLUMNS =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{20000}-\u{3fffd}]/u

const segmenter = new Intl.Segmenter()

/** What a reader takes for single characters. */
export function graphemesOf(text: string): readonly string[] {
  return ONE_COLUMN_EACH.test(text)
    ? text.split('')
    : Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** How many columns of a terminal a text takes: East Asian characters and emoji take two. */
export function displayWidth(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length
  return graphemesOf(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0)
}

function widthOf(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0
  return TWO_COLUMNS.test(grapheme) ? 2 : 1
}
