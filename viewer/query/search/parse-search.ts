import { parseCondition } from './parse-condition.ts'
import type { Term } from './term.ts'
import type { Token } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** A search as it was understood. */
export interface Search {
  readonly terms: readonly Term[]
  /** What was not understood and is searched as text, and why: a sentence each. */
  readonly notes: readonly string[]
}

/**
 * Understands what was written into the field of a search: words and phrases, and conditions such as
 * `level:warn` or `duration:>2s`. Nothing is refused: what is not understood is searched as text.
 */
export function parseSearch(search: string): Search {
  const notes: string[] = []
  const terms = tokensOf(search).map((token): Term => {
    const { isNegated, text, isUnclosed } = token
    if (isUnclosed) {
      notes.push(`The last quotation mark is not closed, so all after it is taken as one phrase.`)
    }
    const condition = conditionOf(token)
    if (typeof condition === 'object') return { ...condition, isNegated }
    if (condition !== undefined) notes.push(`“${text}” is searched as text: ${condition}.`)
    return { kind: 'text', text, isNegated }
  })
  return { terms, notes }
}

/** Prose and addresses have colons too: `Error: no answer`, `http://…`. Nobody has to be told. */
function conditionOf({ field, value }: Token): ReturnType<typeof parseCondition> | undefined {
  if (field === undefined) return undefined
  const condition = parseCondition(field, value)
  const isProse = typeof condition === 'string' && (value === '' || value.startsWith('//'))
  return isProse ? undefined : condition
}
