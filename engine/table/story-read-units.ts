import type { EventSummary } from '../event.ts'

/** What an item has beside its lines, and what a line takes in it, compressed, about. */
const HEADER_BYTES = 600
const LINE_BYTES = 40
const HALF_UNIT_BYTES = 4096

/** The read units that reading an event's story takes, by how many lines it has: about, and 0.5 at least. */
export function storyReadUnits({ lines }: Pick<EventSummary, 'lines'>): number {
  return Math.ceil((HEADER_BYTES + lines * LINE_BYTES) / HALF_UNIT_BYTES) / 2
}
