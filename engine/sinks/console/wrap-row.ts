import { displayWidth, graphemesOf } from './display-width.ts'
import type { Row, Span } from './row.ts'
import { rowWidth } from './row.ts'

/** A word with the spaces before it; a comma ends one too, as JSON has no spaces. */
const WORD = / *(?:[^ ,]|,(?=\d))+,*| *,+| +$/g

/**
 * Breaks a row between words where it is wider than the columns there are. What follows a break is
 * indented like the row's own beginning.
 */
export function wrapRow(row: Row, columns: number): readonly Row[] {
  if (rowWidth(row) <= columns) return [row]
  const hang = Math.min(indentOf(row), Math.floor(columns / 2))
  const rows: Span[][] = [[]]
  let used = 0
  for (const { text, style } of row) {
    for (const word of wordsOf(text, columns - hang)) {
      const width = displayWidth(word)
      const fits = used + width <= columns
      if (!fits) {
        rows.push(hang > 0 ? [{ text: ' '.repeat(hang), style: 'plain' }] : [])
        used = hang
      }
      const kept = fits ? word : word.trimStart()
      rows.at(-1)?.push({ text: kept, style })
      used += fits ? width : displayWidth(kept)
    }
  }
  return rows.map(joinAlike)
}

function indentOf(row: Row): number {
  return row
    .map(({ text }) => text)
    .join('')
    .search(/[^ ]|$/)
}

/** The words of a text, those that no row has room for cut to pieces. */
function wordsOf(text: string, columns: number): readonly string[] {
  return (text.match(WORD) ?? []).flatMap((word) =>
    displayWidth(word) <= columns ? [word] : piecesOf(word, columns),
  )
}

function piecesOf(word: string, columns: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const grapheme of graphemesOf(word)) {
    const width = displayWidth(grapheme)
    if (used + width > columns && piece !== '') {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += grapheme
    used += width
  }
  return [...pieces, piece]
}

/** Neighbours of one style are one span again, so that each is coloured once. */
function joinAlike(row: readonly Span[]): Row {
  const joined: Span[] = []
  for (const { text, style } of row) {
    const last = joined.at(-1)
    if (last?.style === style) joined[joined.length - 1] = { text: last.text + text, style }
    else joined.push({ text, style })
  }
  return joined
}
