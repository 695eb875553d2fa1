import type { Count } from '../../engine/table/index.ts'
import { durationAt } from '../../engine/table/index.ts'
import type { Level } from '../../engine/level.ts'
import { levelsFrom } from '../../engine/level.ts'

/** What some counts add up to. */
export interface Tally {
  readonly events: number
  readonly lines: number
  /** How many events have each level as their highest. */
  readonly levels: Readonly<Record<Level, number>>
  /** How many events each bucket of durations holds. */
  readonly durations: readonly number[]
}

export function tallyOf(counts: Iterable<Count>): Tally {
  let events = 0
  let lines = 0
  const levels: Record<Level, number> = { debug: 0, info: 0, warn: 0, error: 0 }
  const durations: number[] = []
  for (const count of counts) {
    events += count.events
    lines += count.lines
    levels[count.level] += count.events
    for (const [bucket, more] of count.durations.entries()) {
      durations[bucket] = (durations[bucket] ?? 0) + more
    }
  }
  return { events, lines, levels, durations }
}

/** Its events that reached a level: those that a filter of the level lists. */
export function eventsFrom({ levels }: Tally, floor: Level): number {
  return levelsFrom(floor).reduce((sum, level) => sum + levels[level], 0)
}

/** Half of the events took no longer. About, in milliseconds; undefined where there are none. */
export function medianOf({ durations }: Tally): number | undefined {
  return durationAt(durations, 0.5)
}

/** Of twenty events, nineteen took no longer. About, in milliseconds; undefined where there are none. */
export function p95Of({ durations }: Tally): number | undefined {
  return durationAt(durations, 0.95)
}
