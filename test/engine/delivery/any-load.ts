import fc from 'fast-check'
import type { Load } from '../../../engine/delivery/load.ts'
import { Shipment } from '../../../engine/delivery/shipment.ts'
import { LEVELS } from '../../../engine/level.ts'

export function loadOf(id: number, changes: Partial<Load<string>> = {}): Load<string> {
  return {
    object: `workout_${id}`,
    timestamp: String(id),
    prefix: 'workout',
    level: 'info',
    lines: 1,
    bytes: 100,
    writeUnits: 2,
    content: `Event ${id}`,
    ...changes,
  }
}

export function shipmentOf(id: number, changes: Partial<Load<string>> = {}): Shipment<string> {
  return new Shipment(loadOf(id, changes))
}

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
