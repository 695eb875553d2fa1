import fc from 'fast-check'
import type { CountedEvent } from '../../../engine/counters/counts.ts'
import { DAY_MS } from '../../../engine/hours.ts'
import { LEVELS } from '../../../engine/level.ts'

export const SOME_DAY: number = Date.UTC(2026, 10, 21)

/** Events of one day. */
export const anyCountedEvent: fc.Arbitrary<CountedEvent> = fc.record({
  milliseconds: fc.integer({ min: SOME_DAY, max: SOME_DAY + DAY_MS - 1 }),
  prefix: fc.constantFrom('workout', 'user', 'Ü', '', '"'),
  level: fc.constantFrom(...LEVELS),
  lines: fc.nat(1_000),
  bytes: fc.nat(1_000_000),
  writeUnits: fc.nat(2_000),
  duration: fc.double({ min: 0, max: 1e10, noNaN: true }),
})
