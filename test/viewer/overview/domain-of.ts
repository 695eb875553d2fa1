import type { Level } from '../../../engine/level.ts'
import type { Count } from '../../../engine/table/index.ts'
import { countsOf } from '../counts/any-counts.ts'

export const HOUR: number = Date.UTC(2026, 10, 21, 10)

/** So many events of a prefix at a level, each of which took so long. */
export function counted(
  prefix: string,
  level: Level,
  events: number,
  duration: number = 100,
): readonly Count[] {
  const event = { milliseconds: HOUR, prefix, level, lines: 3, bytes: 1, writeUnits: 1, duration }
  return countsOf(Array.from({ length: events }, () => event))
}
