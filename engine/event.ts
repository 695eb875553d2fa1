import type { Level } from './level.ts'

/** What JSON can say. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** A thrown value, as it is kept beside the line that logged it. */
export interface ErrorDetail {
  readonly name: string
  readonly message: string
  /** The calls, a frame a line, without the `name: message` heading. */
  readonly stack?: string
  /** A system or library code, such as `ECONNREFUSED`. */
  readonly code?: string | number
  /** Further fields of the error's own. */
  readonly data?: JsonValue
  readonly cause?: ErrorDetail
  /** The errors that an `AggregateError` gathers. */
  readonly errors?: readonly ErrorDetail[]
}

/** One message inside an event. */
export interface Line {
  readonly text: string
  /** Calls between the event's outermost line and the one that logged this; 0 is the outermost. */
  readonly depth: number
  /** Milliseconds since the event's first line, to a tenth. */
  readonly elapsed: number
  readonly level: Level
  /** Milliseconds that the step which this line opens took, to a tenth. */
  readonly took?: number
  readonly data?: JsonValue
  readonly error?: ErrorDetail
  /** `file:line` of the code that logged. */
  readonly source?: string
}

/** What a list of events shows of each, apart from its lines. */
export interface EventHeader {
  /** The key of the object the event is about: `prefix_id`. */
  readonly object: string
  readonly prefix: string
  readonly id: string
  /**
   * When the event was committed: milliseconds since the epoch with a fraction that makes it unique.
   * It has up to 38 digits, more than a JavaScript number holds: keep it a string.
   */
  readonly timestamp: string
  /** The highest level of the event's lines. */
  readonly level: Level
  /** The first line's text, cut. */
  readonly title: string
  /** Milliseconds from the first line to the commit. */
  readonly duration: number
  /** The W3C trace id that events of one macro-transaction share. */
  readonly trace?: string
  /** The event's own name within its trace, where it called others. */
  readonly span?: string
  /** The span that called, where that was told. */
  readonly parent?: string
  readonly service?: string
  readonly host?: string
  /** When DynamoDB may delete it: seconds since the epoch. */
  readonly expires?: number
  /** Which part of its unit of work this is, from 2 on, where that grew past the bound of one event. */
  readonly part?: number
  /** True where the program ended, or went on, without committing it. */
  readonly unfinished?: boolean
}

/** An event as a list shows it. */
export interface EventSummary extends EventHeader {
  /** How many lines the event has. */
  readonly lines: number
}

/** One unit of work: what `commit()` stores, one item. */
export interface LogEvent extends EventHeader {
  readonly lines: readonly Line[]
  /**
   * The story: a line of text for each message, two spaces of indent for each depth up to 100. Deeper lines
   * begin with `[depth 312]`.
   */
  readonly text: string
}
