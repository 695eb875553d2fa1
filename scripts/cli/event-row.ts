import type { EventSummary } from '../../engine/event.ts'
import { displayWidth, graphemesOf } from '../../engine/sinks/console/display-width.ts'
import { span } from '../../engine/sinks/console/row.ts'
import { shortDuration } from '../../engine/sinks/console/short-duration.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import { dateOf } from '../../viewer/display/date-of.ts'
import { count } from './count.ts'
import type { Screen } from './screen.ts'

const SMALLEST_TITLE = 12
const GAP = '  '
const LINES_WIDTH = 9
const DURATION_WIDTH = 7
const LEVEL_WIDTH = 5

/**
 * A list's event in a row: when, how bad, of what, what about, and its facts. On a terminal, these stand
 * at its right edge, and the title is cut to the room there is; elsewhere it comes last, and whole.
 */
export function eventRow(event: EventSummary, objectWidth: number, screen: Screen): string {
  const { glyphs, paint, columns } = screen.look
  const { level } = event
  const mark = columns === undefined ? level.padEnd(LEVEL_WIDTH) : glyphs.marks[level]
  const time = isoTime(event.timestamp)
  const object = padded(span(event.object).text, objectWidth)
  const title = span(event.title).text
  const lines = count(event.lines, 'line').padStart(LINES_WIDTH)
  const facts = `${lines}${GAP}${shortDuration(event.duration).padStart(DURATION_WIDTH)}`
  const start = [paint(time, 'dim'), paint(mark, level), paint(object, 'key')]
  if (columns === undefined) return [...start, paint(facts, 'dim'), title].join(GAP)
  const used = [time, mark, object, facts].reduce((sum, cell) => sum + displayWidth(cell), 0)
  const room = Math.max(SMALLEST_TITLE, columns - used - 4 * GAP.length)
  return [...start, padded(cut(title, room, glyphs.ellipsis), room), paint(facts, 'dim')].join(GAP)
}

/** How wide the objects of some events are, at most half a usual terminal. */
export function widthOfObjects(events: readonly EventSummary[]): number {
  const widths = events.map(({ object }) => displayWidth(span(object).text))
  return Math.min(40, Math.max(0, ...widths))
}

/** When an event was committed, in a form that `show` takes: `2026-11-21T10:41:07.123Z`; the nearest that there is. */
export function isoTime(timestamp: string): string {
  return dateOf(millisecondsOf(timestamp)).toISOString()
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

function cut(text: string, room: number, ellipsis: string): string {
  if (displayWidth(text) <= room) return text
  let kept = ''
  let used = ellipsis.length
  for (const grapheme of graphemesOf(text)) {
    used += displayWidth(grapheme)
    if (used > room) break
    kept += grapheme
  }
  return kept + ellipsis
}
