import { durationValue } from './duration-value.ts'
import type { Term } from './term.ts'

/** Terms as they are written into the field: what `parseSearch` reads back as the same. */
export function printSearch(terms: readonly Term[]): string {
  return terms.map((term) => `${term.isNegated ? '-' : ''}${printed(term)}`).join(' ')
}

function printed(term: Term): string {
  switch (term.kind) {
    case 'text':
      return isBare(term.text) && !/^[a-z]+:/i.test(term.text) ? term.text : quoted(term.text)
    case 'level':
      return `level:${term.isExact ? '=' : ''}${term.level}`
    case 'duration':
      return `duration:${term.comparison}${durationValue(term.amount)}`
    case 'lines':
      return `lines:${term.comparison}${term.amount}`
    default:
      return `${term.kind}:${isBare(term.name) ? term.name : quoted(term.name)}`
  }
}

function isBare(text: string): boolean {
  return /^[^\s"-]\S*$/.test(text)
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`
}
