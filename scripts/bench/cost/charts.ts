import { itemSize, readUnitsFor } from '../../../engine/cost.ts'
import { countsItem } from '../../../engine/counters/counts-item.ts'
import { Counts } from '../../../engine/counters/counts.ts'
import { LEVELS } from '../../../engine/level.ts'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'

const SEED = 1
const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const DAY = Date.UTC(2026, 0, 1)
const EVENTS_A_CELL = 20
/** What an event of each prefix takes, about; a third of them take twice as long or half as long, or more. */
const USUAL_MS = [120, 15, 400] as const
export const CHART_PREFIXES = ['workout', 'user', 'billing'] as const

/** What reading the counts of a day of charts takes. */
export interface ChartCost {
  readonly writers: number
  /** What one writer counted in a day, as an item. */
  readonly itemBytes: number
  /** Of a UTC day. */
  readonly dayUnits: number
  /** Of the last 24 hours, which lie in two of them, at the day's end. */
  readonly hoursUnits: number
}

/** The cost of a day's charts, where each writer stored events of all prefixes and levels in each hour. */
export function chartCost(writers: number): ChartCost {
  const random = new SeededRandom(SEED)
  const sizes = Array.from({ length: writers }, (_, writer) =>
    itemSize(countsItem(DAY, String(10 ** 18 + writer), countedDay(random))),
  )
  const dayBytes = sizes.reduce((sum, size) => sum + size, 0)
  return {
    writers,
    itemBytes: dayBytes / writers,
    dayUnits: readUnitsFor(dayBytes),
    hoursUnits: 2 * readUnitsFor(dayBytes),
  }
}

function countedDay(random: SeededRandom): Counts {
  const counts = new Counts()
  for (let hour = 0; hour < DAY_HOURS; hour += 1) {
    for (const [place, prefix] of CHART_PREFIXES.entries()) {
      for (const level of LEVELS) {
        for (let event = 0; event < EVENTS_A_CELL; event += 1) {
          counts.add({
            milliseconds: DAY + hour * HOUR_MS,
            prefix,
            level,
            lines: Math.round(random.between(1, 110)),
            bytes: Math.round(random.between(400, 3000)),
            writeUnits: 2,
            duration: (USUAL_MS[place] ?? 1) * 2 ** spread(random),
          })
        }
      }
    }
  }
  return counts
}

/** About a normal distribution, of deviation 1: the sum of twelve even ones. */
function spread(random: SeededRandom): number {
  return Array.from({ length: 12 }, () => random.next()).reduce((sum, each) => sum + each, -6)
}
