import type { CallNode } from './depth/call-tree.ts'
import type { Level } from './level.ts'
import type { OpenEvent } from './open-event.ts'

/** A line as a logger is given it. */
export interface NewLine {
  readonly level: Level
  readonly text: unknown
  /** Details, copied at once. */
  readonly data?: unknown
  /** What was thrown, if anything: kept with its stack and its causes. */
  readonly thrown?: unknown
}

/** Where and when a line is logged. */
export interface LinePlace {
  readonly call: CallNode
  readonly source: string | undefined
  /** Milliseconds on the elapsed clock. */
  readonly at: number
  /** The event it belongs to; undefined for whichever is open. */
  readonly event?: OpenEvent
}
