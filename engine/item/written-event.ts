import type { EventSummary, LogEvent } from '../event.ts'
import { storyJson } from './story.ts'

/** An event as it is handed to who stores it. */
export interface WrittenEvent {
  readonly header: EventSummary
  /** What `storyJson` gave. */
  readonly story: string
}

export function writtenEvent(event: LogEvent): WrittenEvent {
  const { lines, text: _text, ...header } = event
  return { header: { ...header, lines: lines.length }, story: storyJson(event) }
}
