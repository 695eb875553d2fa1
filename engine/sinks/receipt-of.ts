import type { LogEvent } from '../event.ts'
import { encodeEvent } from '../item/encode-event.ts'
import type { Receipt } from './sink.ts'

/** The receipt of an event that is not stored in the table: what storing it there would take. */
export function receiptOf(event: LogEvent): Receipt {
  const { object, timestamp, lines } = event
  const { bytes, writeUnits } = encodeEvent(event)
  return { object, timestamp, bytes, writeUnits, lines: lines.length }
}
