import type { Load } from '../../../engine/delivery/load.ts'
import { Shipment } from '../../../engine/delivery/shipment.ts'

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
