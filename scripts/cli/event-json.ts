import type { LogEvent } from '../../engine/event.ts'
import type { StoredEvent } from '../../engine/table/event-page.ts'

/** What is kept of an event, and no more: an import of it makes the same event again. */
export type ExportedEvent = Omit<LogEvent, 'text'>

export function eventJson({
  text: _text,
  readUnits: _readUnits,
  damage: _damage,
  ...event
}: StoredEvent): ExportedEvent {
  return event
}
