import type { EventHeader, EventSummary, Line } from '../../engine/event.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import type { StoredEvent } from '../../engine/table/event-page.ts'

/** An event of a trace, in its place in time. */
export interface TraceEvent extends EventHeader {
  /** When its first line was logged and when it was committed, in milliseconds since the epoch. */
  readonly fromMs: number
  readonly toMs: number
  readonly lineCount: number
  /** Its story; undefined where that was not read. */
  readonly lines: readonly Line[] | undefined
}

/** The events in the order in which they began; of those that began together, the longest first. */
export function traceEvents(
  events: readonly EventSummary[],
  stories: ReadonlyMap<EventSummary, StoredEvent>,
): readonly TraceEvent[] {
  return events
    .map((summary) => {
      const toMs = millisecondsOf(summary.timestamp)
      const { lines: lineCount, ...header } = summary
      const story = stories.get(summary)
      return {
        ...header,
        ...(story?.span !== undefined && { span: story.span }),
        ...(story?.parent !== undefined && { parent: story.parent }),
        lineCount,
        lines: story?.damage === undefined ? story?.lines : undefined,
        fromMs: toMs - summary.duration,
        toMs,
      }
    })
    .toSorted((a, b) => a.fromMs - b.fromMs || b.toMs - a.toMs)
}

/** When a trace began and how long it took, in milliseconds. */
export function traceSpan(events: readonly TraceEvent[]): {
  readonly fromMs: number
  readonly tookMs: number
} {
  if (events.length === 0) return { fromMs: 0, tookMs: 0 }
  const fromMs = events.reduce((first, event) => Math.min(first, event.fromMs), Infinity)
  const toMs = events.reduce((last, event) => Math.max(last, event.toMs), -Infinity)
  return { fromMs, tookMs: toMs - fromMs }
}

/** Where an event happened: the service, or the domain where none is named. */
export function serviceOf({ service, prefix }: EventHeader): string {
  return service ?? prefix
}
