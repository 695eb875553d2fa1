export type { ErrorDetail, EventHeader, EventSummary, JsonValue, Line, LogEvent } from '../event.ts'
export type { ErrorCode } from '../errors/stacktale-error.ts'
export { StacktaleError } from '../errors/stacktale-error.ts'
export type { Level } from '../level.ts'
export type { Count } from '../counters/counts.ts'
export { bucketStartMs, durationAt } from '../counters/durations.ts'
export type { CountsPage, CountsQuery } from './counts-query.ts'
export type { TableLocation } from './client.ts'
export type { CreatedTable, CreateTableOptions } from './create-table.ts'
export { createTable } from './create-table.ts'
export type {
  CostAhead,
  EventPage,
  EventQuery,
  FeedQuery,
  PrefixList,
  StoredEvent,
} from './event-page.ts'
export type { Direction, Neighbour } from './neighbour.ts'
export type { Billing } from './schema.ts'
export type { TableReaderOptions } from './table-reader.ts'
export { TableReader } from './table-reader.ts'
export type { CostElsewhere } from './standing/elsewhere.ts'
export type { NearLimit } from './standing/near-limits.ts'
export type {
  CountedTime,
  MonthOfEvents,
  ReadStanding,
  Retention,
  RoomLeft,
  Standing,
  StorageStanding,
  WriteStanding,
} from './standing/standing.ts'
export type { ReadByProcess } from './read-tally.ts'
