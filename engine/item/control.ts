/**
 * The control characters that set out a story's lines in a compressed body; docs/table-format.md
 * describes them. They stand for nothing else, because those of a text are escaped.
 */

/** All of them, used or not. */
export const CONTROL: RegExp = charactersFrom(0x00, 0x1f)

/** In place of a first line that the item's title says whole. */
export const AS_TITLE = '\u0018'
/** Before a control character of a text, which follows raised by `RAISE`. */
export const ESCAPE = '\u001e'
export const RAISE = 0x40

/** Before the JSON of what else a line has. */
export const FIELDS = {
  level: '\u0019',
  took: '\u001a',
  data: '\u001b',
  error: '\u001c',
  source: '\u001d',
} as const

export const FIELD_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(FIELDS).map(([name, control]) => [control, name]),
)

const SAME_DEPTH = '\n'
const DEEPER_BASE = 0x00
const SHALLOWER_BASE = 0x0f
/** A change of so much goes on in the next character. */
const LONGEST_CHANGE = 8

/** What begins a line that is by so much deeper than the one before. */
export function depthControls(by: number): string {
  const base = by > 0 ? DEEPER_BASE : SHALLOWER_BASE
  const rest = Math.abs(by) % LONGEST_CHANGE
  const longest = String.fromCharCode(base + LONGEST_CHANGE).repeat(longestChanges(by))
  return longest + (rest === 0 ? SAME_DEPTH : String.fromCharCode(base + rest))
}

/** How many characters go on in the next where a line is by so much deeper, or shallower. */
export function longestChanges(by: number): number {
  return Math.floor(Math.abs(by) / LONGEST_CHANGE)
}

/** @returns undefined for a control character that begins no line */
export function depthChangeOf(
  control: string,
): { readonly by: number; readonly goesOn: boolean } | undefined {
  if (control === SAME_DEPTH) return { by: 0, goesOn: false }
  const code = control.charCodeAt(0)
  const by = code < SAME_DEPTH.charCodeAt(0) ? code - DEEPER_BASE : SHALLOWER_BASE - code
  const steps = Math.abs(by)
  return steps > 0 && steps <= LONGEST_CHANGE ? { by, goesOn: steps === LONGEST_CHANGE } : undefined
}

function charactersFrom(first: number, last: number): RegExp {
  return new RegExp(`[${String.fromCharCode(first)}-${String.fromCharCode(last)}]`, 'g')
}
