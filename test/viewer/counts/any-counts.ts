import fc from 'fast-check'
import type { CountedEvent } from '../../../engine/counters/counts.ts'
import { Counts } from '../../../engine/counters/counts.ts'
import { LEVELS } from '../../../engine/level.ts'
import type { Count } from '../../../engine/table/index.ts'
import type { Steps } from '../../../viewer/counts/columns.ts'
import { HOUR_MS } from '../../../engine/hours.ts'

const FIRST_HOUR = Date.UTC(2026, 10, 14)
const HOURS = 200

/** Events of some days, in a few prefixes. */
export const anyEvents: fc.Arbitrary<CountedEvent[]> = fc.array(
  fc.record({
    milliseconds: fc.integer({ min: FIRST_HOUR, max: FIRST_HOUR + HOURS * HOUR_MS - 1 }),
    prefix: fc.constantFrom('workout', 'user', 'Ü'),
    level: fc.constantFrom(...LEVELS),
    lines: fc.nat(1_000),
    bytes: fc.nat(1_000_000),
    writeUnits: fc.nat(2_000),
    duration: fc.integer({ min: 1, max: 1_000_000 }),
  }),
)

/** Steps that cover those days. */
export const anySteps: fc.Arbitrary<Steps> = fc.constantFrom(1, 2, 3, 6, 12, 24).map((hours) => ({
  from: FIRST_HOUR,
  stepMs: hours * HOUR_MS,
  length: Math.ceil(HOURS / hours),
}))

export function countsOf(events: readonly CountedEvent[]): readonly Count[] {
  const counts = new Counts()
  for (const event of events) counts.add(event)
  return [...counts]
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
