import type { EventSummary, LogEvent } from '../event.ts'
import type { WrittenStory } from './story.ts'
import { writtenStory } from './story.ts'

/** An event as it is handed to who stores it. */
export interface WrittenEvent {
  readonly header: EventSummary
  readonly story: WrittenStory
}

export function writtenEvent(event: LogEvent): WrittenEvent {
  const { lines, text: _text, ...header } = event
  return { header: { ...header, lines: lines.length }, story: writtenStory(event) }
}
