/** What a text shows that some kind of secret cannot do without. */
export const ASSIGNED = 1
export const AT_SIGN = 2
export const SCHEME = 4
export const LONG_WORD = 8
export const MANY_DIGITS = 16

const LONGEST_PLAIN_WORD = 15
const FEWEST_CARD_DIGITS = 13

/** Kinds of characters beside the signs that are told by one alone. */
const SPACE = 32
const DIGIT = 64
const DASH = 128

const LAST_OF_BEARER = 'r'.charCodeAt(0)
const LAST_OF_BASIC = 'c'.charCodeAt(0)

const KINDS = new Uint8Array(128)
for (const digit of '0123456789') KINDS[digit.charCodeAt(0)] = DIGIT
for (const sign of '="\r') KINDS[sign.charCodeAt(0)] = ASSIGNED
KINDS['@'.charCodeAt(0)] = AT_SIGN
KINDS[' '.charCodeAt(0)] = SPACE
KINDS['-'.charCodeAt(0)] = DASH

/**
 * Which kinds of secrets are worth looking for. Almost every message shows no sign, and is told so
 * at about a nanosecond a character; a sign may be missing only where its secrets are.
 */
export function secretSigns(text: string): number {
  const { length } = text
  let signs = 0
  let digits = 0
  let wordStart = 0
  for (let at = 0; at < length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0
    if (kind === SPACE) {
      if (at - wordStart > LONGEST_PLAIN_WORD) signs |= LONG_WORD
      if (endsInScheme(text, at)) signs |= SCHEME
      wordStart = at + 1
    } else if (kind === DIGIT) {
      digits += 1
      if (digits === FEWEST_CARD_DIGITS) signs |= MANY_DIGITS
    } else if (kind !== DASH) {
      digits = 0
      signs |= kind
    }
  }
  return length - wordStart > LONGEST_PLAIN_WORD ? signs | LONG_WORD : signs
}

/** `Bearer` and `Basic` announce secrets that may be short. */
function endsInScheme(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1) | 0x20
  if (last !== LAST_OF_BEARER && last !== LAST_OF_BASIC) return false
  const word = text.slice(Math.max(0, end - 'bearer'.length), end).toLowerCase()
  return word === 'bearer' || word.endsWith('basic')
}
