import type { Write } from './aws-request.ts'
import type { StoredItem } from './stored-item.ts'
import { keyValues, storedItem } from './stored-item.ts'
import type { TableShape } from './table-shapes.ts'
import type { WireObject } from './wire.ts'

/** A write that was understood: where it goes, and what is there before and after it. */
export interface PlannedWrite {
  readonly write: Write
  /** `table object timestamp` */
  readonly key: string
  readonly before: StoredItem | undefined
  readonly after: StoredItem | undefined
}

/** What was stored through the stand-in. Items that were there before it count as new when replaced. */
export class StoredItems {
  readonly #items = new Map<string, StoredItem>()

  /** Undefined where the write lacks the table's keys. */
  plan(write: Write, shape: TableShape): PlannedWrite | undefined {
    const key = keyOf(write.table, shape, write.item)
    if (key === undefined) return undefined
    const after = write.kind === 'put' ? storedItem(shape, write.item) : undefined
    return { write, key, before: this.#items.get(key), after }
  }

  wrote({ key, after }: PlannedWrite): void {
    if (after === undefined) this.#items.delete(key)
    else this.#items.set(key, after)
  }

  forget(table: string, shape: TableShape, item: WireObject): void {
    const key = keyOf(table, shape, item)
    if (key !== undefined) this.#items.delete(key)
  }

  forgetTable(table: string): void {
    for (const key of this.#items.keys()) {
      if (key.startsWith(`${table} `)) this.#items.delete(key)
    }
  }
}

function keyOf(table: string, shape: TableShape, item: WireObject): string | undefined {
  const values = keyValues(shape.keys, item)
  return values === undefined ? undefined : [table, ...values].join(' ')
}
