import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.ts'

/** `1 exercise`, `3 exercises`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `a, b and c`. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? 'nothing'
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** The first few items, then how many more there are. */
export function shortList(items: readonly string[], shown: number): string {
  if (items.length <= shown + 1) return list(items)
  return `${items.slice(0, shown).join(', ')} and ${items.length - shown} more`
}

/** A noun with its article: `a bench`, `an ab wheel`; plurals have none. */
export function withArticle(noun: string): string {
  if (noun.endsWith('s')) return noun
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`
}

/** `1 minute`, `6.5 minutes`. */
export function minutes(number: number): string {
  const rounded = Math.round(number * 10) / 10
  return `${rounded} ${rounded === 1 ? 'minute' : 'minutes'}`
}

/** `2.5 kg`. */
export function kilograms(number: number): string {
  return `${Math.round(number * 10) / 10} kg`
}

/** A length of time in its largest whole unit. */
export function span(ms: number): string {
  if (ms >= 1.5 * DAY_MS) return count(Math.round(ms / DAY_MS), 'day')
  if (ms >= 2 * HOUR_MS) return count(Math.round(ms / HOUR_MS), 'hour')
  return count(Math.max(1, Math.round(ms / MINUTE_MS)), 'minute')
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `19.00 EUR` of 1900 cents. */
export function euros(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`
}
