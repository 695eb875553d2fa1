import fc from 'fast-check'
import type { Load } from '../../../engine/delivery/load.ts'
import { LEVELS } from '../../../engine/level.ts'
import { loadOf } from './load-of.ts'

/** Loads of any size and level, the object of each telling its place. */
export const anyLoads: fc.Arbitrary<readonly Load<string>[]> = fc
  .array(
    fc.record({
      level: fc.constantFrom(...LEVELS),
      bytes: fc.integer({ min: 1, max: 1000 }),
      writeUnits: fc.integer({ min: 1, max: 20 }),
      content: fc.string({ unit: 'binary' }),
    }),
    { maxLength: 40 },
  )
  .map((loads) => loads.map((changes, id) => loadOf(id, changes)))
