import type { EventSummary } from '../../engine/event.ts'
import { isAtLeast } from '../../engine/level.ts'
import type { Addresses } from '../addresses.ts'
import type { Call } from './call-tree.ts'
import { count } from './count.ts'
import { duration } from './duration.ts'
import type { EventRow } from './event-row.ts'
import { eventRow } from './event-row.ts'
import { DEEPEST_INDENT, storyLines } from './story-lines.ts'
import type { StoryLine } from './story-lines.ts'
import type { TraceEvent } from './trace-event.ts'
import { serviceOf, traceSpan } from './trace-event.ts'

/** An event as the page of its trace shows it. */
export interface TraceCall extends EventRow {
  readonly number: number
  /** How many calls deep it is, up to the deepest that the style sheet knows. */
  readonly indent: number
  /** After the trace's first line: `+34 ms`. */
  readonly begins: string
  readonly where: string
  /** The service that called it, and where that stands. */
  readonly caller: { readonly number: number; readonly where: string } | undefined
  readonly story: readonly StoryLine[]
  /** How many of its lines are left out; empty where none are. */
  readonly leftOut: string
  readonly isOpen: boolean
}

interface CallContext {
  readonly addresses: Addresses
  readonly now: number
}

/** So many lines of an event are shown, and beyond them only what went wrong. */
const MOST_LINES = 150
const MOST_TROUBLES = 30
/** On all of the page, those of quiet events then start folded. */
const MOST_OPEN_LINES = 300

export function traceCalls(
  calls: readonly Call<TraceEvent>[],
  { addresses, now }: CallContext,
): readonly TraceCall[] {
  const { fromMs, tookMs } = traceSpan(calls.map(({ event }) => event))
  const numbers = new Map(calls.map(({ event }, index) => [event, index + 1]))
  const total = calls.reduce((sum, { event }) => sum + (event.lines?.length ?? 0), 0)
  return calls.map(({ event, depth, caller }, index) => {
    const { lines, duration: took, lineCount } = event
    const story = lines === undefined ? [] : shownOf(storyLines({ lines, duration: took }))
    const missing = lineCount - story.length
    return {
      ...eventRow(summaryOf(event), { addresses, now, longest: tookMs }),
      number: index + 1,
      indent: Math.min(depth, DEEPEST_INDENT),
      begins: `+${duration(event.fromMs - fromMs)}`,
      where: serviceOf(event),
      caller:
        caller === undefined
          ? undefined
          : { number: numbers.get(caller) ?? 0, where: serviceOf(caller) },
      story,
      leftOut: missing > 0 && story.length > 0 ? count(missing, 'more line') : '',
      isOpen: total <= MOST_OPEN_LINES || isAtLeast(event.level, 'warn'),
    }
  })
}

function shownOf(lines: readonly StoryLine[]): readonly StoryLine[] {
  const troubles = lines
    .slice(MOST_LINES)
    .filter(({ level }) => isAtLeast(level, 'warn'))
    .slice(0, MOST_TROUBLES)
  return [...lines.slice(0, MOST_LINES), ...troubles]
}

function summaryOf({ lines: _lines, lineCount, ...header }: TraceEvent): EventSummary {
  return { ...header, lines: lineCount }
}
