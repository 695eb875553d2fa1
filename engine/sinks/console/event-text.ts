import type { Line, LogEvent } from '../../event.ts'
import { isAtLeast } from '../../level.ts'
import { headingRows } from './heading-rows.ts'
import { lineRows } from './line-rows.ts'
import type { Look } from './look.ts'
import { treeGuides } from './tree-guides.ts'

/** An event as a developer reads it: a heading, and below it the story as a tree. */
export function eventText(event: LogEvent, look: Look): string {
  const guides = treeGuides(
    event.lines.map(({ depth }) => depth),
    look.glyphs,
  )
  const story = event.lines.flatMap((line, index) => {
    const own = guides[index]
    const isSaid = index === 0 && isTitle(line, event)
    return own === undefined || isSaid ? [] : lineRows(line, own, look)
  })
  const rows = [...headingRows(event, look), ...story]
  const text = rows
    .map((row) => row.map(({ text, style }) => look.paint(text, style)).join(''))
    .join('\n')
  return story.length === 0 ? `${text}\n` : `${text}\n\n`
}

/** Whether a line says no more than its event's heading. */
function isTitle(
  { text, depth, level, took, data, error, source }: Line,
  event: LogEvent,
): boolean {
  const isBare = [took, data, error, source].every((detail) => detail === undefined)
  return text === event.title && depth === 0 && isBare && !isAtLeast(level, 'warn')
}
