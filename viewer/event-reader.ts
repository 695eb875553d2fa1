import type { CountsPage, CountsQuery } from '../engine/table/counts-query.ts'
import type {
  EventPage,
  EventQuery,
  FeedQuery,
  PrefixList,
  StoredEvent,
} from '../engine/table/event-page.ts'
import type { Standing } from '../engine/table/standing/standing.ts'
import type { Direction, Neighbour } from '../engine/table/neighbour.ts'

/** What the viewer asks of the table; a `TableReader` is one. */
export interface EventReader {
  /** The table's name, shown on every page. */
  readonly table: string
  feed(query?: FeedQuery): Promise<EventPage>
  object(key: string, query?: EventQuery): Promise<EventPage>
  event(object: string, timestamp: string): Promise<StoredEvent | undefined>
  /** The event of an object before or after another. */
  neighbour(object: string, timestamp: string, direction: Direction): Promise<Neighbour>
  prefixes(): Promise<PrefixList>
  /** What was counted of events when they were stored. */
  counts(query?: CountsQuery): Promise<CountsPage>
  /** Where the table stands against what is free. Without it, there is no page of what it costs. */
  standing?(): Promise<Standing>
}
