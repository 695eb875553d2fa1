import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { StacktaleError } from '../errors/stacktale-error.ts'
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
import type { Items } from './table-carrier.ts'
import { TableCarrier } from './table-carrier.ts'

const DAY_MS = 86_400_000

export interface TableDeliveryOptions {
  readonly destination: Destination
  /** A client of the application's own. */
  readonly client?: DynamoDBClient | undefined
  readonly report: (error: StacktaleError) => void
  readonly onChange?: (() => void) | undefined
}

/** The delivery to a table, which begins when its journal is open. */
export class TableDelivery {
  readonly #options: TableDeliveryOptions
  readonly #opened: Promise<Delivery<Items>>
  #delivery: Delivery<Items> | undefined
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

  /** What is in memory alone. */
  get unsafe(): readonly Load<Items>[] {
    return this.#delivery?.unsafe ?? this.#early.map(({ load }) => load)
  }

  accept(load: Load<Items>, listener?: Listener): void {
    if (this.#delivery === undefined) this.#early.push({ load, listener })
    else this.#delivery.accept(load, listener)
  }

  async flush(timeoutMs: number, until?: FlushUntil): Promise<void> {
    const delivery = await this.#opened
    await delivery.flush(timeoutMs, until)
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
    const carrier = new TableCarrier({ table, region, endpoint, client })
    const options = { carrier, queueBytes, writeUnitsPerSecond, journal, expired, report, onChange }
    this.#delivery = new Delivery<Items>(options)
    if (expired > 0) report(dropped([], 'journal-expired', expired))
    for (const { load, listener } of this.#early) this.#delivery.accept(load, listener)
    this.#early = []
  }

  #begun(): Delivery<Items> {
    if (this.#delivery === undefined) throw new Error('not begun')
    return this.#delivery
  }
}
