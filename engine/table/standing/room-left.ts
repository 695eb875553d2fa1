import { FREE_STORAGE_BYTES } from '../free-tier.ts'
import type { CountedTime, RoomLeft } from './standing.ts'

/**
 * What still fits this month within what is free, if the events stay as big as they are.
 *
 * @param storedBytes what is stored by now
 * @param freeUnits write units a second that the table and its index have for nothing
 * @returns undefined where nothing was counted
 */
export function roomLeft(
  counted: CountedTime | undefined,
  storedBytes: number,
  freeUnits: number,
  now: number,
): RoomLeft | undefined {
  if (counted === undefined || counted.events === 0) return undefined
  const until = endOfMonth(now)
  const unitsLeft = ((until - now) / 1000) * freeUnits
  const byWrites = unitsLeft / (counted.writeUnits / counted.events)
  const bytesLeft = Math.max(0, FREE_STORAGE_BYTES - storedBytes)
  const byStorage = bytesLeft / (counted.storedBytes / counted.events)
  const events = Math.floor(Math.min(byWrites, byStorage))
  return {
    until,
    events,
    lines: Math.floor(events * (counted.lines / counted.events)),
    bound: byStorage < byWrites ? 'storage' : 'writes',
  }
}

function endOfMonth(now: number): number {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
}
