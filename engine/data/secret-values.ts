import { isCardNumber } from './card-number.ts'
import { AT_SIGN, LONG_WORD, MANY_DIGITS, SCHEME } from './secret-signs.ts'

/** A kind of secret that shows by how it is written. */
interface SecretValue {
  /** Without this sign in a text, it has none of them. */
  readonly sign: number
  /** Its first group, which may be empty, stays; the rest of the match is the secret. */
  readonly find: RegExp
  readonly isSecret?: (secret: string) => boolean
}

/** A random key has about 25 runs of capitals, small letters and digits; words have few. */
const FEWEST_CHANGES = 13

/**
 * Each pattern takes time in proportion to the text: where it can begin is said by a literal or a
 * word's start, and what follows is bounded or cannot begin another match.
 */
const SECRET_VALUES: readonly SecretValue[] = [
  // A JSON web token: the first part is the base64url of `{"`.
  { sign: LONG_WORD, find: /(?<![\w-])()eyJ[\w-]{13,}(?:\.[\w-]*){1,4}/g },
  {
    sign: SCHEME,
    find: /\b(bearer {1,4})(?!(?:authenti|authori|certifi|challeng|credential|tokens?\b)[a-z]*[.,:;!?)]*(?:\s|$))[\w.~+/=-]{8,}/gi,
  },
  { sign: SCHEME, find: /\b(basic {1,4})[a-z\d+/]{4,}={0,2}/gi, isSecret: isBasicCredentials },
  { sign: AT_SIGN, find: /(:\/\/[^\s:/?#@]{0,128}:)[^\s/?#]{1,256}(?=@)/g },
  { sign: LONG_WORD, find: /(?<![A-Za-z\d])()(?:AKIA|ASIA|ABIA|ACCA)[A-Z\d]{16}(?![A-Za-z\d])/g },
  {
    sign: LONG_WORD,
    find: /(?<![A-Za-z\d+/])()[A-Za-z\d+/]{40}(?![A-Za-z\d+/=])/g,
    isSecret: looksRandom,
  },
  {
    sign: LONG_WORD,
    find: /(?<![\w-])()(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|npm_\w{30,}|xox[a-z]-[\w-]{12,}|[rs]k_(?:live|test)_\w{16,}|sk-[\w-]{32,}|AIza[\w-]{30,})/g,
  },
  {
    sign: LONG_WORD,
    find: /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)(?=[^]{0,200}?\S{16})(?:(?!-----END)[^])*/g,
  },
  {
    sign: MANY_DIGITS,
    find: /(?<![\w.-])()(?:\d{4}([ -]?)\d{4}\2\d{4}\2\d{1,7}|\d{4}([ -])\d{6}\3\d{4,5})(?![\w]|-\d)/g,
    isSecret: isCardNumber,
  },
]

/**
 * The text with each secret in it replaced by what `replace` gives for it.
 *
 * @param signs what `secretSigns` tells of the text
 */
export function hideSecretValues(
  text: string,
  signs: number,
  replace: (secret: string) => string,
): string {
  let shown = text
  for (const { sign, find, isSecret } of SECRET_VALUES) {
    if ((signs & sign) === 0) continue
    shown = shown.replace(find, (match: string, kept: string) => {
      const secret = match.slice(kept.length)
      return isSecret === undefined || isSecret(secret) ? kept + replace(secret) : match
    })
  }
  return shown
}

/** RFC 7617: base64 of `user:password`. */
function isBasicCredentials(base64: string): boolean {
  const decoded = Buffer.from(base64, 'base64').toString('utf8')
  return /^[^\p{Cc}\uFFFD:]*:[^\p{Cc}\uFFFD]*$/u.test(decoded)
}

/** What a 40-character AWS secret key has, and a path or a hexadecimal digest has not. */
function looksRandom(secret: string): boolean {
  if (!/[A-Z]/.test(secret) || !/[a-z]/.test(secret) || !/\d/.test(secret)) return false
  const changes = secret.match(/[A-Z](?![A-Z])|[a-z](?![a-z])|\d(?!\d)/g)?.length ?? 0
  return changes >= FEWEST_CHANGES
}
