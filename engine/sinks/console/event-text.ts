import type { Line, LogEvent } from '../../event.ts'
import { isAtLeast } from '../../level.ts'
import { headingRows } from './heading-rows.ts'
import { lineRows, MARGIN } from './line-rows.ts'
import type { Look } from './look.ts'
import type { Row } from './row.ts'
import { treeGuides } from './tree-guides.ts'

/** What is left for text, at the least, where the guides of deep lines would take the whole width. */
const COLUMNS_FOR_TEXT = 36

/** An event as a developer reads it: a heading, and below it the story as a tree. */
export function eventText(event: LogEvent, look: Look): string {
  const story = storyRows(event, look)
  const text = [...headingRows(event, look), ...story]
    .map((row) => row.map(({ text, style }) => look.paint(text, style)).join(''))
    .join('\n')
  return story.length === 0 ? `${text}\n` : `${text}\n\n`
}

function storyRows(event: LogEvent, look: Look): readonly Row[] {
  const { columns = Infinity, glyphs } = look
  const room = (columns - MARGIN - COLUMNS_FOR_TEXT) / glyphs.trunk.length
  const deepest = Math.max(1, Math.floor(room))
  const guides = treeGuides(
    event.lines.map(({ depth }) => Math.min(depth, deepest)),
    glyphs,
  )
  return event.lines.flatMap((line, index) => {
    const own = guides[index]
    const isSaid = index === 0 && isTitle(line, event)
    if (own === undefined || isSaid) return []
    return lineRows(line, { guides: own, deeper: line.depth - deepest }, look)
  })
}

/** Whether a line says no more than its event's heading. */
function isTitle(
  { text, depth, level, took, data, error, source }: Line,
  event: LogEvent,
): boolean {
  const isBare = [took, data, error, source].every((detail) => detail === undefined)
  return text === event.title && depth === 0 && isBare && !isAtLeast(level, 'warn')
}
