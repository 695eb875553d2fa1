import type { EventSummary } from '../../../engine/event.ts'
import { isAtLeast } from '../../../engine/level.ts'
import type { Comparison, Term } from './term.ts'
import { patternOf } from './text-pattern.ts'

type TextTerm = Extract<Term, { kind: 'text' }>
type HeaderTerm = Exclude<Term, TextTerm>

/** Whether all that a search says of an event's facts holds; what it says of texts is left out. */
export function headerMatches(terms: readonly Term[], event: EventSummary): boolean {
  return terms.every((term) => term.kind === 'text' || holds(term, event) !== term.isNegated)
}

/** Whether every text that is wanted occurs in one of some texts, and none that is not wanted. */
export function textMatches(terms: readonly Term[], texts: readonly string[]): boolean {
  return textTerms(terms).every(({ text, isNegated }) => {
    const pattern = patternOf([text])
    return texts.some((each) => each.search(pattern) !== -1) !== isNegated
  })
}

/** The texts that are searched for, to be marked where they occur. */
export function wantedTexts(terms: readonly Term[]): readonly string[] {
  return textTerms(terms).flatMap(({ text, isNegated }) => (isNegated ? [] : [text]))
}

export function textTerms(terms: readonly Term[]): readonly TextTerm[] {
  return terms.filter((term) => term.kind === 'text')
}

function holds(term: HeaderTerm, event: EventSummary): boolean {
  switch (term.kind) {
    case 'level':
      return term.isExact ? event.level === term.level : isAtLeast(event.level, term.level)
    case 'trace':
      return event.trace?.startsWith(term.name) ?? false
    case 'duration':
    case 'lines':
      return COMPARE[term.comparison](event[term.kind], term.amount)
    default:
      return event[term.kind] === term.name
  }
}

const COMPARE: Readonly<Record<Comparison, (value: number, amount: number) => boolean>> = {
  '>': (value, amount) => value > amount,
  '>=': (value, amount) => value >= amount,
  '<': (value, amount) => value < amount,
  '<=': (value, amount) => value <= amount,
}
