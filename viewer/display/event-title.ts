import type { EventSummary } from '../../engine/event.ts'

/** The title of an event, or what stands in its place. */
export function eventTitle({ title }: Pick<EventSummary, 'title'>): string {
  return title.trim() === '' ? 'Untitled event' : title
}
