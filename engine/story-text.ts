import type { Line } from './event.ts'

const INDENT = '  '

/** A story as plain text: two spaces of indent for each depth, for each row of a message. */
export function storyText(lines: readonly Pick<Line, 'text' | 'depth'>[]): string {
  return lines.map(indentedLine).join('\n')
}

function indentedLine({ text, depth }: Pick<Line, 'text' | 'depth'>): string {
  const indent = INDENT.repeat(depth)
  return indent + (text.includes('\n') ? text.replaceAll('\n', `\n${indent}`) : text)
}

/** Deeper lines say how deep they are: a story of thousands of levels would have more spaces than all else. */
const DEEPEST_INDENT = 100

/**
 * A story as it is shown: as `storyText` gives it down to a depth of 100, and below that `[depth 312]`
 * before a line that is indented no further.
 */
export function shownStoryText(lines: readonly Pick<Line, 'text' | 'depth'>[]): string {
  return storyText(
    lines.map(({ text, depth }) =>
      depth > DEEPEST_INDENT
        ? { text: `[depth ${depth}] ${text}`, depth: DEEPEST_INDENT }
        : { text, depth },
    ),
  )
}

/**
 * Takes a story's text apart again.
 *
 * @param rows how many rows of text each line has
 * @param depths how deep each line is; without it, as deep as its first row is indented
 */
export function linesOfStoryText(
  text: string,
  rows: (line: number) => number,
  depths?: readonly number[],
): Pick<Line, 'text' | 'depth'>[] {
  const all = text.split('\n')
  const lines: Pick<Line, 'text' | 'depth'>[] = []
  for (let at = 0; at < all.length;) {
    const count = Math.max(1, rows(lines.length))
    const first = all[at] ?? ''
    const indent = indentOf(first)
    const depth = Math.min(depths?.[lines.length] ?? indent, indent)
    const cut = depth * INDENT.length
    const own = count === 1 ? [first] : all.slice(at, at + count)
    lines.push({ depth, text: own.map((row) => row.slice(cut)).join('\n') })
    at += count
  }
  return lines
}

function indentOf(row: string): number {
  return Math.floor(row.search(/[^ ]|$/) / INDENT.length)
}
