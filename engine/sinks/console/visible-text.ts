import { UNSEEN } from '../../unseen.ts'

/**
 * Text that cannot act on a terminal: what would move the cursor, change colours or turn the reading
 * direction, or is not seen at all, is shown as a sign, such as `␛` for an escape. Line feeds stay, and a
 * tab becomes spaces.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', TAB)
    .replace(UNSEEN, symbolOf)
}

const TAB = '    '

const CONTROL_PICTURES = 0x2400
const FIRST_PRINTABLE = 0x20
const DELETE = 0x7f
const DELETE_PICTURE = '\u2421'

function symbolOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < FIRST_PRINTABLE) return String.fromCodePoint(CONTROL_PICTURES + code)
  if (code === DELETE) return DELETE_PICTURE
  return `\u27e8${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`
}
