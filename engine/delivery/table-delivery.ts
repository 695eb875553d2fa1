import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { CountsNote } from '../counters/counts-notes.ts'
import { CountsWriter } from '../counters/counts-writer.ts'
import { putCounts } from '../table/put-counts.ts'
import { countedEvent } from './counted-event.ts'
import { Delivery } from './delivery.ts'
import type { Destination } from './destination.ts'
import { dropped } from './drop.ts'
import type { FlushUntil } from './flushes.ts'
import type { Journal } from './journal/journal.ts'
import { openJournal } from './journal/open-journal.ts'
import type { Ledger } from './ledger.ts'
import { EMPTY_LEDGER } from './ledger.ts'
import type { Load } from './load.ts'
import type { Listener } from './shipment.ts'
import { DAY_MS } from '../hours.ts'
import { writtenEvent } from '../item/written-event.ts'
import { LimitWatch } from '../limits/limit-watch.ts'
import { putMark } from '../table/put-mark.ts'
import { storedLoad } from './stored-load.ts'
import type { TableLocation } from '../table/client.ts'
import { tableDescribed } from '../table/table-status.ts'
import type { Items } from './table-carrier.ts'
import { TableCarrier, tableLoad } from './table-carrier.ts'

export interface TableDeliveryOptions {
  readonly destination: Destination
  /** A client of the application's own. */
  readonly client?: DynamoDBClient | undefined
  readonly report: (error: StacktaleError) => void
  readonly onChange?: (() => void) | undefined
  /** Milliseconds from any beginning, by which limits are looked at. Default: `performance.now`. */
  readonly now?: (() => number) | undefined
}

/** The delivery to a table, which begins when its journal is open. */
export class TableDelivery {
  readonly #options: TableDeliveryOptions
  readonly #opened: Promise<Delivery<Items>>
  #delivery: Delivery<Items> | undefined
  #counts: CountsWriter | undefined
  #early: { readonly load: Load<Items>; readonly listener: Listener | undefined }[] = []

  constructor(options: TableDeliveryOptions) {
    this.#options = options
    const { journal } = options.destination
    if (journal === false) this.#begin(undefined, 0)
    this.#opened = journal === false ? Promise.resolve(this.#begun()) : this.#open(journal)
  }

  get destination(): Destination {
    return this.#options.destination
  }

  get isOwnClient(): boolean {
    return this.#options.client !== undefined
  }

  get ledger(): Ledger {
    const { length } = this.#early
    return this.#delivery?.ledger ?? { ...EMPTY_LEDGER, accepted: length, inFlight: length }
  }

  /** Whether what is stored is counted in the table too. */
  get isCounted(): boolean {
    return this.#counts?.isDone ?? true
  }

  /** What is in memory alone. */
  get unsafe(): readonly Load<Items>[] {
    return this.#delivery?.unsafe ?? this.#early.map(({ load }) => load)
  }

  accept(load: Load<Items>, listener?: Listener): void {
    if (this.#delivery === undefined) this.#early.push({ load, listener })
    else this.#delivery.accept(load, listener)
  }

  async flush(timeoutMs: number, until?: FlushUntil): Promise<void> {
    const startedAt = performance.now()
    const delivery = await this.#opened
    await delivery.flush(timeoutMs, until)
    if (until !== 'journaled') await this.#counts?.flush(timeoutMs - since(startedAt))
  }

  /** The process ends: waits until all is stored or on disk, and puts what was counted of it. */
  async end(timeoutMs: number): Promise<void> {
    const startedAt = performance.now()
    await this.flush(timeoutMs, 'journaled')
    const { inFlight, journaled } = this.ledger
    if (inFlight + journaled === 0) await this.#counts?.end(timeoutMs - since(startedAt))
  }

  /** Puts what was counted, unless that was in vain before. */
  async putCounts(timeoutMs: number): Promise<void> {
    await this.#counts?.end(timeoutMs)
  }

  /** Gives what was counted and is neither in the table nor on disk to another thread. */
  handOverCounts(): readonly CountsNote[] {
    return this.destination.journal === false ? (this.#counts?.handOver() ?? []) : []
  }

  /** Takes over what another thread counted. */
  async takeCounts(notes: readonly CountsNote[]): Promise<void> {
    await this.#opened
    this.#counts?.take(notes)
  }

  async #open(directory: string): Promise<Delivery<Items>> {
    const { destination, report } = this.#options
    const { table, region, endpoint, journalBytes, journalDays } = destination
    const opened = await openJournal<Items>({
      directory,
      destination: JSON.stringify([table, region, endpoint]),
      mostBytes: journalBytes,
      since: Date.now() - journalDays * DAY_MS,
      report,
    })
    this.#begin(opened?.journal, opened?.expired ?? 0)
    return this.#begun()
  }

  #begin(journal: Journal<Items> | undefined, expired: number): void {
    const { destination, client, report, onChange } = this.#options
    const { table, region, endpoint, queueBytes, writeUnitsPerSecond } = destination
    const location = { table, region, endpoint, client }
    const counts = destination.counters ? this.#counter(location, journal) : undefined
    this.#counts = counts
    const limits = destination.limitWarnings ? this.#watch(location) : undefined
    this.#delivery = new Delivery<Items>({
      carrier: new TableCarrier(location),
      queueBytes,
      writeUnitsPerSecond,
      journal,
      expired,
      report,
      onChange,
      count: (loads) => {
        void limits?.stored(loads.map(storedLoad))
        return counts?.count(loads.map(countedEvent)) ?? []
      },
    })
    void counts?.recover()
    if (expired > 0) report(dropped([], 'journal-expired', expired))
    for (const { load, listener } of this.#early) this.#delivery.accept(load, listener)
    this.#early = []
  }

  #counter(location: TableLocation, journal: Journal<Items> | undefined): CountsWriter {
    const { report, onChange } = this.#options
    return new CountsWriter({
      put: async (item) => await putCounts(location, item),
      journal,
      charge: (writeUnits) => this.#delivery?.charge(writeUnits),
      report,
      onPut: onChange,
    })
  }

  #watch(location: TableLocation): LimitWatch {
    const { report, now } = this.#options
    return new LimitWatch({
      describe: async () => await tableDescribed(location),
      mark: async (item) => {
        this.#delivery?.charge(1)
        return await putMark(location, item)
      },
      store: (event) => this.#delivery?.accept(tableLoad(writtenEvent(event))),
      report,
      now,
    })
  }

  #begun(): Delivery<Items> {
    if (this.#delivery === undefined) throw new Error('not begun')
    return this.#delivery
  }
}

function since(startedAt: number): number {
  return performance.now() - startedAt
}
