import { displayWidth } from './display-width.ts'
import type { Style } from './styles.ts'
import { visibleText } from './visible-text.ts'

/** A piece of a row in one style. It has no line break and no control character. */
export interface Span {
  readonly text: string
  readonly style: Style
}

/** One row of what is printed. */
export type Row = readonly Span[]

/** A piece of a row from any text: a line break in it becomes a sign too. */
export function span(text: string, style: Style = 'plain'): Span {
  return { text: visibleText(text).replaceAll('\n', '\u240a'), style }
}

/** A row for each row of a text. */
export function rowsOf(text: string, style: Style): readonly Row[] {
  return visibleText(text)
    .split('\n')
    .map((row) => [{ text: row, style }])
}

export function rowWidth(row: Row): number {
  return row.reduce((sum, { text }) => sum + displayWidth(text), 0)
}
