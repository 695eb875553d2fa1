import type { EventSummary } from '../../engine/event.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import type { Addresses } from '../addresses.ts'
import { duration } from './duration.ts'
import type { EventRow } from './event-row.ts'
import { eventRow } from './event-row.ts'

/** An event as the page of its trace shows it. */
export interface TraceRow extends EventRow {
  /** After the trace's first line: `+34 ms`. */
  readonly begins: string
  /** Where its bar begins, and how long it is, in hundredths of the trace. */
  readonly bar: { readonly x: number; readonly width: number }
}

/** The events of a trace from its beginning on, each with its place in time. */
export function traceRows(
  events: readonly EventSummary[],
  { addresses, now }: { readonly addresses: Addresses; readonly now: number },
): readonly TraceRow[] {
  const spans = events
    .map((event) => ({ event, ...spanOf(event) }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  const first = spans[0]?.from ?? 0
  const total = Math.max(1, lastOf(events) - first)
  return spans.map(({ event, from, to }) => ({
    ...eventRow(event, { addresses, now, longest: total }),
    begins: `+${duration(from - first)}`,
    bar: { x: hundredths((from - first) / total), width: hundredths((to - from) / total) },
  }))
}

/** How long a trace took, from its first line to its last commit. */
export function traceDuration(events: readonly EventSummary[]): number {
  const first = Math.min(...events.map((event) => spanOf(event).from))
  return events.length === 0 ? 0 : lastOf(events) - first
}

function lastOf(events: readonly EventSummary[]): number {
  return Math.max(...events.map((event) => spanOf(event).to))
}

function spanOf({ timestamp, duration: took }: EventSummary): { from: number; to: number } {
  const to = millisecondsOf(timestamp)
  return { from: to - took, to }
}

function hundredths(share: number): number {
  return Math.round(share * 10_000) / 100
}
