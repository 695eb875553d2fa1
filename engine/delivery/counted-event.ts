import type { CountedEvent } from '../counters/counts.ts'
import { millisecondsOf } from '../item/timestamp.ts'
import type { Load } from './load.ts'
import type { Items } from './table-carrier.ts'

/** What is counted of an event that is stored. */
export function countedEvent(load: Load<Items>): CountedEvent {
  const { timestamp, prefix, level, lines, bytes, writeUnits, content } = load
  const item = content.at(-1)
  const duration = item !== undefined && 'duration' in item ? item.duration : 0
  return {
    milliseconds: millisecondsOf(timestamp),
    prefix,
    level,
    lines,
    bytes,
    writeUnits,
    duration,
  }
}
