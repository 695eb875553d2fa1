/** A name and what gives it a value: `name=`, `"name": ` or, in a raw header, `Name: `. */
const ASSIGNMENT = /(?<![\w-])([\w-]{2,64})(=|"\s?:\s?|: )/g

const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['=', /"[^"]*"?|'[^']*'?|[^\s&"';,]+/y],
  ['"', /"(?:[^"\\]|\\.)*"?|[\w.+-]+/y],
  [':', /[^\r\n]+(?=\r\n)/y],
])

interface Secrets {
  readonly isSecret: (name: string) => boolean
  readonly replace: (secret: string, name: string) => string
}

/** Hides the values of secret names in query strings, forms, JSON and raw headers. */
export function hideAssigned(text: string, { isSecret, replace }: Secrets): string {
  let shown = ''
  let shownTo = 0
  for (const { index, 0: match, 1: name = '', 2: sign = '' } of text.matchAll(ASSIGNMENT)) {
    if (index < shownTo || !isSecret(name)) continue
    if (sign === ': ' && !startsRow(text, index)) continue
    const from = index + match.length
    const value = valueAt(text, from, sign)
    if (value === undefined) continue
    shown += text.slice(shownTo, from) + quotedLike(value, replace(unquoted(value), name))
    shownTo = from + value.length
  }
  return shown + text.slice(shownTo)
}

/** Headers are one a row: looking for their ends elsewhere would take the square of a row's time. */
function startsRow(text: string, index: number): boolean {
  return index === 0 || text[index - 1] === '\n'
}

function valueAt(text: string, from: number, sign: string): string | undefined {
  const pattern = VALUES.get(sign[0] ?? '')
  if (pattern === undefined) return undefined
  pattern.lastIndex = from
  return pattern.exec(text)?.[0]
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*?)\1?$/s, '$2')
}

function quotedLike(value: string, replacement: string): string {
  const quote = /^["']/.exec(value)?.[0] ?? ''
  return quote + replacement + (value.length > 1 && value.endsWith(quote) ? quote : '')
}
