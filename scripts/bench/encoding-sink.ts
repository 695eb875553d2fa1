import type { Sink } from 'stacktale'
import { encodeEvent } from '../../engine/item/encode-event.ts'

/** Makes of each event the items that the table would get, and keeps nothing. */
export const encodingSink: Sink = {
  write: (event) => {
    const { object, timestamp, lines } = event
    const { bytes, writeUnits } = encodeEvent(event)
    return Promise.resolve({ object, timestamp, bytes, writeUnits, lines: lines.length })
  },
}
