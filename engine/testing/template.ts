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

/**
 * The rows of a template.
 *
 * @throws StacktaleError `option-invalid` for a pattern with flags other than `s` and `u`
 */
export function templateRows(template: string, placeholders: Placeholders): readonly TemplateRow[] {
  for (const [name, pattern] of Object.entries(placeholders)) checkFlags(name, pattern)
  return normalRows(template).map((text) =>
    text.trimStart() === GAP ? gapRow(text) : textRow(text, placeholders),
  )
}

function gapRow(text: string): TemplateRow {
  const indent = indentOf(text)
  return { text, isGap: true, matches: (row) => row === '' || indentOf(row) >= indent }
}

function textRow(text: string, placeholders: Placeholders): TemplateRow {
  const parts = text.split(PLACEHOLDER).map((part) => sourceOf(part, placeholders))
  const pattern = new RegExp(`^${parts.join('')}$`, 'su')
  return { text, isGap: false, matches: (row) => pattern.test(row) }
}

function sourceOf(part: string, placeholders: Placeholders): string {
  const pattern = new Map(Object.entries(placeholders)).get(part.slice(1, -1))
  if (pattern !== undefined && PLACEHOLDER.test(part)) return `(?:${pattern.source})`
  return part === ANY ? '.+' : part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

function checkFlags(name: string, pattern: RegExp): void {
  if (!/[^su]/.test(pattern.flags)) return
  throw new StacktaleError(
    'option-invalid',
    `The placeholder "${name}" is ${String(pattern)}; it may have no flags but s and u, as it becomes a part of the pattern of a whole row.`,
  )
}
