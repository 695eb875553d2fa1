import type { Level } from '../level.ts'
import type { Receipt } from '../sinks/sink.ts'

/** An event, made ready to be sent. */
export interface Load<Content> extends Receipt {
  readonly prefix: string
  readonly level: Level
  /** What is sent. */
  readonly content: Content
}

export function receiptOfLoad({
  object,
  timestamp,
  bytes,
  writeUnits,
  lines,
}: Load<unknown>): Receipt {
  return { object, timestamp, bytes, writeUnits, lines }
}
