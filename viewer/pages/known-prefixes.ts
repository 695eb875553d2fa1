import type { PrefixList } from '../../engine/table/event-page.ts'
import type { EventReader } from '../event-reader.ts'

const FRESH_MS = 60_000

/** The prefixes there are, asked for at most once a minute: new ones are rare, and asking costs. */
export class KnownPrefixes {
  readonly #reader: EventReader
  readonly #clock: () => number
  #names: readonly string[] = []
  #readAt = -Infinity

  constructor(reader: EventReader, clock: () => number) {
    this.#reader = reader
    this.#clock = clock
  }

  async list(): Promise<PrefixList> {
    const now = this.#clock()
    const isFresh = this.#names.length > 0 && Math.abs(now - this.#readAt) < FRESH_MS
    if (isFresh) return { names: this.#names, readUnits: 0 }
    const list = await this.#reader.prefixes()
    this.#names = list.names
    this.#readAt = now
    return list
  }
}
