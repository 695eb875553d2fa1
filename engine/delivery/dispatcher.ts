import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { configuration } from '../configuration.ts'
import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import { writtenEvent } from '../item/written-event.ts'
import type { Receipt, Sink } from '../sinks/sink.ts'
import { Delivery } from './delivery.ts'
import type { Destination } from './destination.ts'
import { nameOfDestination } from './destination.ts'
import type { FlushUntil } from './flushes.ts'
import { destinationInForce, isWorkerWanted } from './in-force.ts'
import type { Ledger } from './ledger.ts'
import { EMPTY_LEDGER, sumOf } from './ledger.ts'
import type { Load } from './load.ts'
import { Places } from './places.ts'
import { promised } from './promised.ts'
import type { CommittedEvent } from './sink-carrier.ts'
import { SinkCarrier, sinkLoad } from './sink-carrier.ts'
import type { Items } from './table-carrier.ts'
import { tableLoad } from './table-carrier.ts'
import { TableDelivery } from './table-delivery.ts'
import { WorkerDeliverer } from './worker/worker-deliverer.ts'
import { workerFile } from './worker/worker-file.ts'
import { workerFailed } from './worker/worker-link.ts'

const SINK_QUEUE_BYTES = 64 * 1024 * 1024

export interface DispatcherOptions {
  readonly report: (error: StacktaleError) => void
  /** Called after the ledger changed. */
  readonly onChange: () => void
}

/** Hands each event to who stores it: the worker, or a delivery in the application's own thread. */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #sinks = new Places<Sink, Delivery<CommittedEvent>>()
  readonly #tables = new Places<string | DynamoDBClient, TableDelivery>()
  #worker: WorkerDeliverer | undefined
  /** Sends at the process's end what the application's own thread has no time for any more. */
  #rescuer: WorkerDeliverer | undefined
  /** What the own thread left to a worker at the process's end. */
  readonly #leftToWorker = new Set<Load<Items>>()
  #isThreadless = false

  constructor(options: DispatcherOptions) {
    this.#options = options
  }

  get ledger(): Ledger {
    const tables = this.#tables.ledger
    const { size } = this.#leftToWorker
    return sumOf([
      this.#sinks.ledger,
      { ...tables, accepted: tables.accepted - size, inFlight: tables.inFlight - size },
      this.#worker?.ledger ?? EMPTY_LEDGER,
      this.#rescuer?.ledger ?? EMPTY_LEDGER,
    ])
  }

  /** Whether what is stored is counted in the table too, as far as it can be at the process's end. */
  get isCounted(): boolean {
    return [this.#worker, this.#rescuer, ...this.#handingOver()].every(
      (delivery) => delivery?.isCounted ?? true,
    )
  }

  deliver(event: LogEvent): Promise<Receipt> {
    const { sink, client } = configuration()
    if (sink !== undefined) {
      return promised((listener) => this.#toSink(sink).accept(sinkLoad(event), listener))
    }
    const destination = destinationInForce()
    const worker = client === undefined ? this.#workerInForce() : undefined
    if (worker !== undefined) return worker.deliver(event, destination)
    return promised((listener) =>
      this.#toTable(destination, client).accept(tableLoad(writtenEvent(event)), listener),
    )
  }

  /** Sends what processes that ended left in the journal. */
  recover(): void {
    const { sink, client } = configuration()
    const destination = destinationInForce()
    if (sink !== undefined || destination.journal === false) return
    const worker = client === undefined ? this.#workerInForce() : undefined
    if (worker === undefined) this.#toTable(destination, client)
    else worker.begin(destination)
  }

  async flush(timeoutMs: number, until: FlushUntil): Promise<void> {
    await Promise.all([
      this.#sinks.flush(timeoutMs, until),
      this.#tables.flush(timeoutMs, until),
      this.#worker?.flush(timeoutMs, until),
    ])
  }

  /** Puts what the application's own thread counted, while it still has the time. */
  async putCounts(timeoutMs: number): Promise<void> {
    await Promise.all([...this.#tables].map(async (table) => await table.putCounts(timeoutMs)))
  }

  /**
   * Stands still until everything is stored or on disk, or the time is over.
   *
   * @returns how many events are in memory alone
   */
  endSync(timeoutMs: number): number {
    const unsafe = this.#unsafeLoads()
    const uncounted = this.#handingOver().filter(({ isCounted }) => !isCounted)
    const worker = this.#workerAtEnd(unsafe.size > 0 || uncounted.length > 0)
    if (worker !== undefined) {
      for (const table of uncounted) worker.takeCounts(table.destination, table.handOverCounts())
      for (const load of [...unsafe.values()].flat()) this.#leftToWorker.add(load)
      worker.endSync(timeoutMs, unsafe)
    }
    return this.ledger.inFlight
  }

  #toSink(sink: Sink): Delivery<CommittedEvent> {
    return this.#sinks.at(sink, '', () => {
      const carrier = new SinkCarrier(sink)
      return new Delivery<CommittedEvent>({
        ...this.#options,
        carrier,
        queueBytes: SINK_QUEUE_BYTES,
      })
    })
  }

  #toTable(destination: Destination, client?: DynamoDBClient): TableDelivery {
    const name = nameOfDestination(destination)
    return this.#tables.at(client ?? name, name, () => {
      return new TableDelivery({ ...this.#options, destination, client })
    })
  }

  #workerInForce(): WorkerDeliverer | undefined {
    if (!isWorkerWanted()) return undefined
    this.#worker ??= this.#startedWorker()
    return this.#worker?.isBroken === false ? this.#worker : undefined
  }

  #workerAtEnd(isNeeded: boolean): WorkerDeliverer | undefined {
    if (this.#worker?.isBroken === false) return this.#worker
    const couldStart = this.#worker?.hasStarted ?? true
    if (isNeeded && couldStart) this.#rescuer ??= this.#startedWorker()
    return this.#rescuer
  }

  #startedWorker(): WorkerDeliverer | undefined {
    const file = workerFile()
    if (this.#isThreadless || file === undefined) return undefined
    try {
      return new WorkerDeliverer(file, {
        ...this.#options,
        takeOver: (event, destination, listener) =>
          this.#toTable(destination).accept(tableLoad(event), listener),
      })
    } catch (error) {
      this.#isThreadless = true
      this.#options.report(workerFailed(error))
      return undefined
    }
  }

  /** Deliveries in the own thread that may leave their counts to another, and have no journal for them. */
  #handingOver(): readonly TableDelivery[] {
    return [...this.#tables].filter(
      ({ isOwnClient, destination }) => !isOwnClient && destination.journal === false,
    )
  }

  /** What the own thread could not send; an application's own client cannot go to another thread. */
  #unsafeLoads(): ReadonlyMap<Destination, readonly Load<Items>[]> {
    const deliveries = [...this.#tables].filter(({ isOwnClient }) => !isOwnClient)
    return new Map(
      deliveries
        .map(({ destination, unsafe }) => {
          const loads = unsafe.filter((load) => !this.#leftToWorker.has(load))
          return [destination, loads] as const
        })
        .filter(([, loads]) => loads.length > 0),
    )
  }
}
