import type { Journal } from './journal/journal.ts'
import type { StoreEntry } from './journal/store.ts'
import type { Load } from './load.ts'
import { Shipment } from './shipment.ts'

/** What a backlog tells the delivery that it belongs to. */
export interface BacklogListener<Content> {
  /** These are on disk now, except those without a key: what was to be written could not be. */
  written(shipments: readonly Shipment<Content>[]): void
  /** These were read back from disk; so many others could not be. */
  readBack(shipments: readonly Shipment<Content>[], damaged: number): void
}

/**
 * The delivery's side of the journal: writes what comes in, many at a time, and knows from which key
 * on events are on disk alone, because there was no room for them in memory.
 */
export class Backlog<Content> {
  readonly #journal: Journal<Content>
  readonly #listener: BacklogListener<Content>
  #toWrite: Shipment<Content>[] = []
  #isWriting = false
  #isReading = false
  #lastKey: string | undefined
  /** All in the journal from this key on are on disk alone. */
  #from: string | undefined

  constructor(journal: Journal<Content>, listener: BacklogListener<Content>) {
    this.#journal = journal
    this.#listener = listener
    this.#lastKey = journal.lastKey
    if (journal.count > 0) this.#from = ''
  }

  /** The key that was written last. */
  get lastKey(): string | undefined {
    return this.#lastKey
  }

  /** Whether events are on disk alone, so that those that follow have to line up behind them. */
  get isBehind(): boolean {
    return this.#from !== undefined
  }

  /** Loads that are not on disk yet. */
  get unwritten(): readonly Load<Content>[] {
    return this.#toWrite.map(({ load }) => load)
  }

  isReadUpTo(key: string): boolean {
    return !this.#isReading && (this.#from === undefined || this.#from > key)
  }

  write(shipment: Shipment<Content>): void {
    this.#toWrite.push(shipment)
    if (!this.#isWriting) void this.#writeAll()
  }

  /** From this shipment on, events are on disk alone. */
  leaveOnDisk({ journalKey }: Shipment<Content>): void {
    this.#from ??= journalKey
  }

  /** Reads on where events are on disk alone. @param mostBytes for how many there is room */
  async read(mostBytes: number): Promise<void> {
    if (this.#from === undefined || this.#isReading) return
    this.#isReading = true
    const reading = await this.#journal.read(this.#from, mostBytes)
    const { entries, damaged, lastKey, hasFailed } = reading
    const isAll = !hasFailed && (lastKey === undefined || lastKey === this.#lastKey)
    if (isAll) this.#from = undefined
    else if (lastKey !== undefined) this.#from = `${lastKey}\0`
    this.#isReading = false
    this.#listener.readBack(
      entries.map(({ key, load }) => new Shipment(load, undefined, key)),
      damaged,
    )
  }

  /** Takes out what is stored or let go, and keeps in the same write what was counted of it. */
  async remove(
    shipments: readonly Shipment<Content>[],
    notes: readonly StoreEntry[] = [],
  ): Promise<void> {
    const keys = shipments.flatMap(({ journalKey }) => journalKey ?? [])
    if (keys.length + notes.length > 0) await this.#journal.settle(keys, notes)
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    while (this.#toWrite.length > 0) {
      // What is accepted in the same turn goes along.
      await Promise.resolve()
      const shipments = [...this.#toWrite]
      const keys = await this.#journal.add(shipments.map(({ load }) => load))
      this.#toWrite = this.#toWrite.slice(shipments.length)
      for (const [index, shipment] of shipments.entries()) shipment.journalKey = keys[index]
      this.#lastKey = keys.at(-1) ?? this.#lastKey
      this.#listener.written(shipments)
    }
    this.#isWriting = false
  }
}
