import { partsKey } from '../item/item.ts'
import type { TableLocation } from './client.ts'
import type { ItemKey } from './delete-items.ts'
import { deleteItem, deleteItems, MOST_DELETED } from './delete-items.ts'
import { serviceError } from './service-error.ts'
import type { StoredKey, StoredKeys } from './stored-keys.ts'
import { storedKeys } from './stored-keys.ts'

export interface EraseOptions extends TableLocation {
  /** What `storedKeys` found, where the caller has looked already. */
  readonly found?: StoredKeys
  /** Told how many events have been erased so far. */
  readonly onErased?: (events: number) => void
}

export interface Erased {
  readonly events: number
  readonly writeUnits: number
  readonly readUnits: number
}

/**
 * Deletes all events of one object, whatever is stored of them. An event's parts go before its own item,
 * by which alone they are found: after an interruption, the same call finishes the work. It looks again
 * until nothing is left, as events may be stored meanwhile.
 *
 * @param object the object's key, such as `workout_42`
 * @throws StacktaleError `key-invalid`, or one of the codes of a service failure
 */
export async function eraseObject(object: string, options: EraseOptions = {}): Promise<Erased> {
  const { found, onErased } = options
  let { keys, readUnits } = found ?? (await storedKeys(options, object))
  let events = 0
  let writeUnits = 0
  while (keys.length > 0) {
    for (const batch of batchesOf(keys)) {
      writeUnits += await eraseBatch(options, object, batch)
      events += batch.length
      onErased?.(events)
    }
    const again = await storedKeys(options, object)
    keys = again.keys
    readUnits += again.readUnits
  }
  return { events, writeUnits, readUnits }
}

async function eraseBatch(
  location: TableLocation,
  object: string,
  batch: readonly StoredKey[],
): Promise<number> {
  let writeUnits = 0
  try {
    for (const { timestamp, parts } of batch) {
      for (let part = 0; part < parts; part += 1) {
        const key = { object: partsKey(timestamp), timestamp: String(part) }
        writeUnits += await deleteItem(location, key)
      }
    }
    const heads: readonly ItemKey[] = batch.map(({ timestamp }) => ({ object, timestamp }))
    return writeUnits + (await deleteItems(location, heads))
  } catch (error) {
    throw serviceError(error, location)
  }
}

function batchesOf(keys: readonly StoredKey[]): readonly (readonly StoredKey[])[] {
  return Array.from({ length: Math.ceil(keys.length / MOST_DELETED) }, (_, batch) =>
    keys.slice(batch * MOST_DELETED, (batch + 1) * MOST_DELETED),
  )
}
