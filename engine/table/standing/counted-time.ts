import { STORAGE_OVERHEAD_BYTES } from '../../cost.ts'
import type { Count } from '../../counters/counts.ts'
import { DAY_MS, HOUR_MS, dayOf } from '../../hours.ts'
import type { CountedTime, WriteStanding } from './standing.ts'

/** Rates are those of so many full days. */
export const RATE_DAYS = 7

/** What an event's entry in the index has, where AWS has not counted them yet: see docs/cost.md. */
const ENTRY_BYTES = 180

/**
 * The last seven full days, or, where counting began later, the time since it began, to the hour.
 *
 * @param entryBytes what an entry in the index has on average, where that is known
 * @returns undefined where nothing was counted
 */
export function countedTime(
  counts: readonly Count[],
  now: number,
  entryBytes: number = ENTRY_BYTES,
): CountedTime | undefined {
  const first = counts.reduce((least, { hour }) => Math.min(least, hour), Infinity)
  if (first === Infinity) return undefined
  const today = dayOf(now)
  const isFull = first < today - (RATE_DAYS - 1) * DAY_MS
  const from = isFull ? today - RATE_DAYS * DAY_MS : first
  const to = isFull ? today : Math.max(now, first + HOUR_MS)
  const within = counts.filter(({ hour }) => hour >= from && hour < to)
  const sumOf = (name: 'events' | 'lines' | 'writeUnits'): number =>
    within.reduce((sum, count) => sum + count[name], 0)
  return {
    from,
    to,
    events: sumOf('events'),
    lines: sumOf('lines'),
    writeUnits: sumOf('writeUnits'),
    storedBytes: bytesStoredFor(within, entryBytes),
  }
}

/** What events that were counted take of the storage, with their entries in the index and all overheads, about. */
export function bytesStoredFor(
  counts: readonly Pick<Count, 'bytes' | 'events'>[],
  entryBytes: number = ENTRY_BYTES,
): number {
  return counts.reduce(
    (sum, { bytes, events }) => sum + bytes + events * (entryBytes + 2 * STORAGE_OVERHEAD_BYTES),
    0,
  )
}

/** The busiest hour of all that were counted. */
export function peakOf(counts: readonly Count[]): WriteStanding['peak'] {
  const hours = new Map<number, number>()
  for (const { hour, writeUnits } of counts) {
    hours.set(hour, (hours.get(hour) ?? 0) + writeUnits)
  }
  let peak: WriteStanding['peak']
  for (const [hour, units] of hours) {
    const perSecond = (units * 1000) / HOUR_MS
    if (perSecond > (peak?.perSecond ?? 0)) peak = { hour, perSecond }
  }
  return peak
}
