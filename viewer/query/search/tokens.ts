/** A part of a written search, not understood yet. */
export interface Token {
  readonly isNegated: boolean
  /** What is before the colon, in small letters; undefined where there is none. */
  readonly field: string | undefined
  readonly value: string
  /** The text that it stands for where it is no condition of a field. */
  readonly text: string
  readonly isUnclosed: boolean
}

/** A `-`, a name with a colon, then what is in quotation marks, or whatever is before the next space. */
const TOKEN = /(-?)(?:([a-z]+):)?(?:"((?:[^"\\]|\\.?)*)("?)|(\S*))/isy
const SPACES = /\s*/y

/** Cuts a search into its parts. Within quotation marks, a backslash keeps the character after it as it is. */
export function tokensOf(search: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = after(SPACES, search, 0); at < search.length; at = after(SPACES, search, at)) {
    TOKEN.lastIndex = at
    const [whole = '', minus = '', field, quoted, closing, bare = ''] = TOKEN.exec(search) ?? []
    at += whole.length
    const value = quoted === undefined ? bare : quoted.replace(/\\(.)/gs, '$1')
    const text = field === undefined ? value : `${field}:${value}`
    if (whole === '-') tokens.push(plain('-'))
    else if (text !== '') {
      tokens.push({
        isNegated: minus !== '',
        field: field?.toLowerCase(),
        value,
        text,
        isUnclosed: closing === '',
      })
    }
  }
  return tokens
}

function plain(text: string): Token {
  return { isNegated: false, field: undefined, value: text, text, isUnclosed: false }
}

function after(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  pattern.exec(text)
  return pattern.lastIndex
}
