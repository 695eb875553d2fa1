import type { EventSummary, LogEvent } from '../event.ts'
import type { Level } from '../level.ts'
import type { StacktaleError } from '../errors/stacktale-error.ts'

/** Which events to read, newest first. */
export interface EventQuery {
  /** The earliest commit time, inclusive. Milliseconds since the epoch, or a Date. */
  readonly from?: number | Date
  /** The latest commit time, inclusive to the millisecond. Milliseconds since the epoch, or a Date. */
  readonly to?: number | Date
  /** The lowest level an event must have reached. */
  readonly level?: Level
  /** The most events to return: 1 to 1000. Default 100. */
  readonly limit?: number
  /** Where an earlier page ended: that page's `cursor`. */
  readonly cursor?: string
  /**
   * Stop before more than this many read units are taken. Default 25. Every prefix that is read takes half
   * a unit at least, and items bigger than those before can take what one request does more.
   */
  readonly maxReadUnits?: number
  /** Only events that this holds for. What it leaves out is read, and paid for, all the same. */
  readonly where?: (event: EventSummary) => boolean
}

export interface FeedQuery extends EventQuery {
  /** Only events of this prefix. Default: of all. */
  readonly prefix?: string
  /** Only events of these prefixes; where `prefix` is given too, only if it is one of them. Default: of all. */
  readonly prefixes?: readonly string[]
  /** Only events of this trace: 32 hexadecimal digits. Name the time around it, too: what is read costs the same. */
  readonly trace?: string
}

export interface EventPage {
  /** Newest first. */
  readonly events: readonly EventSummary[]
  /** Present when there may be more: pass it to the next query. */
  readonly cursor?: string
  /** Why there may be more: the page is full, or its read units are spent. */
  readonly stopped?: 'limit' | 'budget'
  /** What reading this page cost. */
  readonly readUnits: number
  /** How many events were looked at for it, wanted or not. A `TableReader` counts them; other readers need not. */
  readonly looked?: number
  /** Set when the page ended at `maxReadUnits`: everything committed after this time (ms since the epoch) was looked at. */
  readonly searchedTo?: number
  /** What going on would cost, where there may be more and this page covered enough time to tell. */
  readonly ahead?: CostAhead
}

/** An estimate: going on costs, for the same time, what this page did. */
export interface CostAhead {
  /** Read units for each day further back. */
  readonly readUnitsADay: number
  /** Read units for the rest of the time that was asked for; absent where the query has no `from`. */
  readonly readUnits?: number
}

export interface PrefixList {
  /** In alphabetical order. */
  readonly names: readonly string[]
  /** What reading them cost. */
  readonly readUnits: number
}

/** An event as it was read back. */
export interface StoredEvent extends LogEvent {
  /** What reading it cost. */
  readonly readUnits: number
  /** Why the story, or a part of it, could not be decoded. `lines` then holds what could. */
  readonly damage?: StacktaleError
}
