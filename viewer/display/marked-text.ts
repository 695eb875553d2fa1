import { patternOf } from '../query/search/text-pattern.ts'

/** A piece of a text, which may be one that was searched for. */
export interface TextPart {
  readonly text: string
  readonly isHit: boolean
}

/** A text in pieces, so that a template marks the hits and escapes each: never HTML made of strings. */
export function markedText(text: string, wanted: readonly string[]): readonly TextPart[] {
  if (wanted.length === 0) return [{ text, isHit: false }]
  const parts: TextPart[] = []
  let at = 0
  for (const { 0: hit, index } of text.matchAll(patternOf(wanted))) {
    if (index > at) parts.push({ text: text.slice(at, index), isHit: false })
    parts.push({ text: hit, isHit: true })
    at = index + hit.length
  }
  if (at < text.length || text === '') parts.push({ text: text.slice(at), isHit: false })
  return parts
}
