export interface StoreEntry {
  readonly key: string
  readonly value: Uint8Array
}

/** What a journal needs of an embedded store. */
export interface Store {
  /** All keys, in their order. */
  keys(): Promise<readonly string[]>
  /** Writes all and takes out all, or none of it. @param removed keys. Default: none */
  write(entries: readonly StoreEntry[], removed?: readonly string[]): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  /** Entries from a key on, that key included, up to about so many bytes, and at least one. */
  read(from: string, mostBytes: number): AsyncIterable<StoreEntry>
  close(): Promise<void>
}
