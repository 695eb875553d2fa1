import type { Backend } from './backend.ts'
import type { Counts } from './counts.ts'
import type { Meter } from './meter.ts'
import type { StoredItems } from './stored-items.ts'
import type { TableShapes } from './table-shapes.ts'

/** What the handling of a request needs. */
export interface Service {
  readonly backend: Pick<Backend, 'send'>
  readonly shapes: TableShapes
  readonly stored: StoredItems
  readonly meter: Meter
  readonly counts: Counts
}
