import { StacktaleError } from '../errors/stacktale-error.ts'
import { indentOf, normalRows } from './normal-rows.ts'

/** Patterns by the names of the placeholders that stand for them. */
export type Placeholders = Readonly<Record<string, RegExp>>

/** A row of a template. */
export interface TemplateRow {
  readonly text: string
  /** Whether it stands for any number of rows, each of which it matches. */
  readonly isGap: boolean
  /** Whether it stands for a row of a story. */
  matches(row: string): boolean
}

const GAP = '…'
const ANY = '<any>'
const PLACEHOLDER = /(<[\w-]+>)/

/** A reference to a group by its number or name: both are others in the pattern of a whole row. */
const BACK_REFERENCE = /(?<!\\)(?:\\\\)*\\(?:[1-9]|k<)/

/**
 * The rows of a template.
 *
 * @throws StacktaleError `option-invalid` for a pattern with flags other than `s` and `u`, with
 * references to its groups, or that cannot become a part of a row's
 */
export function templateRows(template: string, placeholders: Placeholders): readonly TemplateRow[] {
  for (const [name, pattern] of Object.entries(placeholders)) checkPattern(name, pattern)
  return normalRows(template).map((text) =>
    text.trimStart() === GAP ? gapRow(text) : textRow(text, placeholders),
  )
}

function gapRow(text: string): TemplateRow {
  const indent = indentOf(text)
  return { text, isGap: true, matches: (row) => row === '' || indentOf(row) >= indent }
}

/** A placeholder that a row begins with stands for no part of the indent. */
function textRow(text: string, placeholders: Placeholders): TemplateRow {
  const indent = indentOf(text)
  const pattern = patternOf(text, placeholders)
  return { text, isGap: false, matches: (row) => indentOf(row) === indent && pattern.test(row) }
}

function patternOf(text: string, placeholders: Placeholders): RegExp {
  const parts = text
    .split(PLACEHOLDER)
    .map((part) => ({ part, pattern: named(part, placeholders) }))
  const isUnicode = parts.some(({ pattern }) => pattern?.unicode === true)
  const source = parts.map(({ part, pattern }) => sourceOf(part, pattern)).join('')
  try {
    return new RegExp(`^${source}$`, isUnicode ? 'su' : 's')
  } catch (cause) {
    throw new StacktaleError(
      'option-invalid',
      `The placeholders of the row "${text.trim()}" cannot become one pattern. Give all of them the flag u or none, and no group a name that another has.`,
      { cause },
    )
  }
}

function named(part: string, placeholders: Placeholders): RegExp | undefined {
  if (!PLACEHOLDER.test(part)) return undefined
  return new Map(Object.entries(placeholders)).get(part.slice(1, -1))
}

function sourceOf(part: string, pattern: RegExp | undefined): string {
  if (pattern !== undefined) return `(?:${pattern.source})`
  return part === ANY ? '.+' : part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

function checkPattern(name: string, pattern: RegExp): void {
  if (/[^su]/.test(pattern.flags)) {
    throw new StacktaleError(
      'option-invalid',
      `The placeholder "${name}" is ${String(pattern)}; it may have no flags but s and u, as it becomes a part of the pattern of a whole row.`,
    )
  }
  if (!BACK_REFERENCE.test(pattern.source)) return
  throw new StacktaleError(
    'option-invalid',
    `The placeholder "${name}" is ${String(pattern)}; it may not refer to its groups, as it becomes a part of the pattern of a whole row.`,
  )
}
