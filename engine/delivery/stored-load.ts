import { retentionDays } from '../item/retention.ts'
import type { StoredLoad } from '../limits/limit-watch.ts'
import type { Load } from './load.ts'
import type { Items } from './table-carrier.ts'

/** What the watch on the limits is told of an event that is stored. */
export function storedLoad({ bytes, writeUnits, timestamp, content }: Load<Items>): StoredLoad {
  const item = content.at(-1)
  const expires = item !== undefined && 'expires' in item ? item.expires : undefined
  return {
    bytes,
    writeUnits,
    retentionDays: retentionDays({ timestamp, expires }),
  }
}
