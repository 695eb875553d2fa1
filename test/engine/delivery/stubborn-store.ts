import type { Store, StoreEntry } from '../../../engine/delivery/journal/store.ts'

/** A store in memory that says no as long as it is told to. */
export class StubbornStore implements Store {
  readonly batches: (readonly StoreEntry[])[] = []
  readonly refuses = { write: false, remove: false, read: false }
  /** What has to happen before a write is done. */
  untilWritten: Promise<void> = Promise.resolve()
  /** After how many entries a refused reading breaks off. */
  readsBeforeRefusal = 0
  readonly #entries = new Map<string, Uint8Array>()

  get entries(): readonly StoreEntry[] {
    const keys = [...this.#entries.keys()].toSorted()
    return keys.map((key) => ({ key, value: this.#entries.get(key) ?? new Uint8Array() }))
  }

  keys(): Promise<readonly string[]> {
    return Promise.resolve(this.entries.map(({ key }) => key))
  }

  async write(entries: readonly StoreEntry[], removed: readonly string[] = []): Promise<void> {
    this.batches.push(entries)
    await this.untilWritten
    if (this.refuses.write) throw new Error('no space left on device')
    for (const { key, value } of entries) this.#entries.set(key, value)
    for (const key of removed) this.#entries.delete(key)
  }

  remove(keys: readonly string[]): Promise<void> {
    if (this.refuses.remove) return Promise.reject(new Error('read-only file system'))
    for (const key of keys) this.#entries.delete(key)
    return Promise.resolve()
  }

  async *read(from: string, mostBytes: number): AsyncIterable<StoreEntry> {
    let left = mostBytes
    let count = 0
    await Promise.resolve()
    for (const entry of this.entries) {
      if (entry.key < from) continue
      if (left <= 0) return
      if (this.refuses.read && count === this.readsBeforeRefusal) break
      yield entry
      count += 1
      left -= entry.value.byteLength
    }
    if (this.refuses.read) throw new Error('input/output error')
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
