import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { Carrier } from './carrier.ts'
import type { Journal } from './journal/journal.ts'

export interface DeliveryOptions<Content> {
  readonly carrier: Carrier<Content>
  /** What may wait in memory, about, in bytes. */
  readonly queueBytes: number
  /** A bound in write units a second. Default: none but what the service gives. */
  readonly writeUnitsPerSecond?: number | undefined
  /** Where events are on disk until they are stored. Default: none. */
  readonly journal?: Journal<Content> | undefined
  /** How many events were let go when the journal was opened. */
  readonly expired?: number
  readonly report: (error: StacktaleError) => void
  /** Called after the ledger changed. */
  readonly onChange?: (() => void) | undefined
}
