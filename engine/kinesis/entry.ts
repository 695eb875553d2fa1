import type { Load } from '../delivery/load.ts'
import type { Items } from '../delivery/table-carrier.ts'
import { sameKey } from '../item/same-key.ts'
import type { KinesisEventRecord } from './kinesis-event.ts'

/** A record on its way to the table. */
export interface Entry {
  readonly record: KinesisEventRecord
  readonly load: Load<Items>
  /** Whether it is what is kept in place of a record that was set aside. */
  readonly isPoison: boolean
}

/** BatchWriteItem's bound. */
const MOST_ENTRIES = 25

/**
 * Whether an entry goes in the same request as those before it. A request may not name a key twice; and an
 * event of several records goes behind its parts, so that an event that can be found is whole.
 */
export function goesWith(entries: readonly Entry[], { load }: Entry): boolean {
  const [item] = load.content
  const isBehindParts = item !== undefined && 'parts' in item
  return (
    entries.length < MOST_ENTRIES &&
    !isBehindParts &&
    !entries.some((other) => sameKey(other.load, load))
  )
}
