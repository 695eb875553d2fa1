import { firstRow } from './first-row.ts'
import type { TraceEvent } from './trace-event.ts'

/** The error of a trace that came first; of a trace without errors, its first warning. */
export interface FirstFailure {
  readonly event: TraceEvent
  readonly level: 'error' | 'warn'
  /** Milliseconds since the epoch. */
  readonly atMs: number
  /** The number of its line; undefined where the story was not read. */
  readonly line: number | undefined
  readonly text: string
}

/** @returns undefined where nothing went wrong */
export function firstFailure(events: readonly TraceEvent[]): FirstFailure | undefined {
  return earliest(events, 'error') ?? earliest(events, 'warn')
}

function earliest(
  events: readonly TraceEvent[],
  level: 'error' | 'warn',
): FirstFailure | undefined {
  const failures = events.flatMap((event) => failureOf(event, level) ?? [])
  return failures.toSorted((a, b) => a.atMs - b.atMs)[0]
}

/** Without its story, an event's failure is taken to be at its end. */
function failureOf(event: TraceEvent, level: 'error' | 'warn'): FirstFailure | undefined {
  const { fromMs, toMs, lines } = event
  if (lines === undefined) {
    if (event.level !== level) return undefined
    return { event, level, atMs: toMs, line: undefined, text: event.title }
  }
  const index = lines.findIndex((line) => line.level === level)
  const line = lines[index]
  if (line === undefined) return undefined
  const atMs = fromMs + line.elapsed
  return { event, level, atMs, line: index + 1, text: firstRow(line.text) }
}
