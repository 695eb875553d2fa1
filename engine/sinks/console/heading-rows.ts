import type { LogEvent } from '../../event.ts'
import { millisecondsOf } from '../../item/timestamp.ts'
import { MARGIN } from './line-rows.ts'
import type { Look } from './look.ts'
import type { Row } from './row.ts'
import { rowWidth, span } from './row.ts'
import { shortDuration } from './short-duration.ts'
import { wrapRow } from './wrap-row.ts'

/** The fewest columns between an event's title and its facts. */
const GAP = 2

/** What an event is about: its level, object and title; when it was, how long, and how many lines. */
export function headingRows(event: LogEvent, { glyphs, columns = Infinity }: Look): readonly Row[] {
  const { level, object, title, timestamp, duration, lines, part, unfinished } = event
  const name: Row = [
    span(glyphs.marks[level], level),
    span(' '),
    span(object, 'key'),
    span('  '),
    span(title, 'strong'),
  ]
  const facts = [
    clockTime(millisecondsOf(timestamp)),
    shortDuration(duration),
    `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`,
    ...(part === undefined ? [] : [`part ${part}`]),
    ...(unfinished === true ? ['unfinished'] : []),
  ]
  const beside = span(facts.join(glyphs.separator), 'dim')
  const room = columns - rowWidth(name) - rowWidth([beside])
  if (room === Infinity) return [[...name, span('  '), beside]]
  if (room >= GAP) return [[...name, span(' '.repeat(room)), beside]]
  return [...wrapRow(name, columns), [span(' '.repeat(MARGIN)), beside]]
}

/** The time of the day, here: `17:30:00`. */
function clockTime(ms: number): string {
  const date = new Date(ms)
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
