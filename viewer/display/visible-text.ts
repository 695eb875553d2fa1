import { UNSEEN } from '../../engine/unseen.ts'

/**
 * Text with what would otherwise be unseen, or would act on a terminal or turn the reading direction,
 * made visible: `␛` for an escape, `␀` for a NUL, `⟨RLO⟩` for a right-to-left override, `⟨ZWSP⟩` for a
 * space without width, by which one key could pass for another. Line feeds and tabs stay, and so do the
 * marks and joiners that languages and emoji are written with.
 */
export function visibleText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(UNSEEN, symbolOf)
}

const CONTROL_PICTURES = 0x2400
const DELETE = 0x7f
const DELETE_PICTURE = '\u2421'
const FIRST_OTHER = 0xa0

const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'SHY',
  '\u200b': 'ZWSP',
  '\u2060': 'WJ',
  '\ufeff': 'BOM',
  '\u2028': 'LS',
  '\u2029': 'PS',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

function symbolOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < DELETE) return String.fromCodePoint(CONTROL_PICTURES + code)
  if (code === DELETE) return DELETE_PICTURE
  const name =
    NAMES[character] ??
    code
      .toString(16)
      .toUpperCase()
      .padStart(code < FIRST_OTHER ? 2 : 4, '0')
  return `\u27e8${name}\u27e9`
}
