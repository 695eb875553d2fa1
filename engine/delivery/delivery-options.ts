import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { Carrier } from './carrier.ts'
import type { Journal } from './journal/journal.ts'
import type { StoreEntry } from './journal/store.ts'
import type { Load } from './load.ts'

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
  /** Counts what is stored. @returns what the journal keeps of it, in the write that forgets the events */
  readonly count?: ((stored: readonly Load<Content>[]) => readonly StoreEntry[]) | undefined
  readonly report: (error: StacktaleError) => void
  /** Called after the ledger changed. */
  readonly onChange?: (() => void) | undefined
}
