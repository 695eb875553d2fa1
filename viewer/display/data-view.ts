import type { JsonValue } from '../../engine/event.ts'

/** A line's data: a glance of it, and all of it. */
export interface DataView {
  /** `id 9, reps 12, muscle quads` */
  readonly preview: string
  /** Indented JSON. */
  readonly full: string
  /** Whether the preview leaves something out. */
  readonly isCut: boolean
}

const PREVIEW_LENGTH = 90
const LONGEST_TEXT = 40

export function dataView(data: JsonValue): DataView {
  const whole = glance(data, 0)
  const isCut = whole.length > PREVIEW_LENGTH
  return {
    preview: isCut ? `${whole.slice(0, PREVIEW_LENGTH).trimEnd()}…` : whole,
    full: JSON.stringify(data, null, 2),
    isCut: isCut || whole.includes('…'),
  }
}

function glance(value: JsonValue, depth: number): string {
  if (typeof value === 'string') return glanceOfText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth > 2) return '…'
  if (isList(value)) return `[${firstOf(value, (item) => glance(item, depth + 1))}]`
  const entries = firstOf(
    Object.entries(value),
    ([name, item]) => `${name}: ${glance(item, depth + 1)}`,
  )
  return entries === '' ? '{}' : `{ ${entries} }`
}

function glanceOfText(text: string): string {
  return JSON.stringify(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text)
}

/** No more than a preview can show: data may be large. */
function firstOf<Item>(items: readonly Item[], say: (item: Item) => string): string {
  const said = items.slice(0, PREVIEW_LENGTH / 3).map(say)
  return items.length > said.length ? `${said.join(', ')}, …` : said.join(', ')
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
