import type { Line } from './event.ts'

const INDENT = '  '

type StoryLine = Pick<Line, 'text' | 'depth'>

/** Deeper lines say how deep they are: a story of thousands of levels would have more spaces than all else. */
const DEEPEST_INDENT = 100
/** What the indents of a story take at most, in characters. */
const MOST_INDENT = 8 * 1024 * 1024

/**
 * A story as plain text: two spaces of indent for each depth, for each row of a message. Below a depth of
 * 100 lines are indented no further, and begin with `[depth 312]`; so they do below a lesser one where the
 * story has tens of thousands of rows.
 */
export function storyText(lines: readonly StoryLine[]): string {
  const deepest = deepestIndent(lines)
  return lines
    .map(({ text, depth }) =>
      depth > deepest ? indentedLine(depthMark(depth) + text, deepest) : indentedLine(text, depth),
    )
    .join('\n')
}

/** What stands before a line that is deeper than it is indented. */
export function depthMark(depth: number): string {
  return `[depth ${depth}] `
}

/** How deep the lines of a story are indented at most. */
export function deepestIndent(lines: readonly StoryLine[]): number {
  const most = MOST_INDENT / INDENT.length
  const rowsAtMost = lines.reduce((sum, { text }) => sum + text.length + 1, 0)
  if (rowsAtMost * DEEPEST_INDENT <= most) return DEEPEST_INDENT
  const rows = lines.reduce((sum, { text }) => sum + rowsOf(text), 0)
  return Math.min(DEEPEST_INDENT, Math.floor(most / rows))
}

function rowsOf(text: string): number {
  let rows = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) rows += 1
  return rows
}

function indentedLine(text: string, depth: number): string {
  const indent = INDENT.repeat(depth)
  return indent + (text.includes('\n') ? text.replaceAll('\n', `\n${indent}`) : text)
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
): StoryLine[] {
  const all = text.split('\n')
  const lines: StoryLine[] = []
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
