import type { ErrorDetail, Line } from '../../engine/event.ts'
import { firstRow } from './first-row.ts'

/** Names that say nothing about what went wrong, in small letters. */
const COMMON_NAMES: ReadonlySet<string> = new Set([
  '',
  'error',
  'exception',
  'aggregateerror',
  'evalerror',
  'rangeerror',
  'referenceerror',
  'syntaxerror',
  'typeerror',
  'urierror',
])
const LONGEST = 80
/** A shorter code, such as 1 or 404, occurs in texts that have nothing to do with it. */
const SHORTEST_CODE = 4
/** Fewer characters than these would be in too many stories. */
const SHORTEST = 12

/**
 * The words by which the trouble of a story is found in others: of its first error, or else its first
 * warning. What an error is called stays the same where texts name a user or a number.
 *
 * @returns undefined for a story without any, and where it has no words
 */
export function troubleWords(lines: readonly Line[]): string | undefined {
  const errors = lines.filter(({ level }) => level === 'error')
  const line =
    errors.find(({ error }) => error !== undefined) ??
    errors[0] ??
    lines.find(({ level }) => level === 'warn')
  if (line === undefined) return undefined
  const words = line.error === undefined ? beforeNumber(line.text) : errorWords(line.error)
  const cut = firstRow(words.trim())
    .trim()
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
  return cut === '' ? undefined : cut
}

function errorWords({ name, code = '', message }: ErrorDetail): string {
  if (!COMMON_NAMES.has(name.toLowerCase())) return name
  const written = String(code)
  return written.length < SHORTEST_CODE ? beforeNumber(message) : written
}

/** A number is seldom the same twice, so what is before it says more. */
function beforeNumber(text: string): string {
  const [before = ''] = text.trim().split(/\d/, 1)
  const steady = before.replace(/[^\p{L}\p{M}]+$/u, '')
  return steady.length >= SHORTEST ? steady : text
}
