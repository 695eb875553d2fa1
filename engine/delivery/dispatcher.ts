import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { configuration } from '../configuration.ts'
import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import type { Receipt, Sink } from '../sinks/sink.ts'
import { Delivery } from './delivery.ts'
import type { Destination } from './destination.ts'
import { nameOfDestination } from './destination.ts'
import type { FlushUntil } from './flushes.ts'
import { destinationInForce, isWorkerWanted } from './in-force.ts'
import type { Ledger } from './ledger.ts'
import { sumOf } from './ledger.ts'
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

  constructor(options: DispatcherOptions) {
    this.#options = options
  }

  get ledger(): Ledger {
    const ledgers = [this.#sinks.ledger, this.#tables.ledger]
    return sumOf(this.#worker === undefined ? ledgers : [...ledgers, this.#worker.ledger])
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
      this.#toTable(destination, client).accept(tableLoad(event), listener),
    )
  }

  /** Sends what processes that ended left in the journal. */
  recover(): void {
    const { sink, client } = configuration()
    const destination = destinationInForce()
    if (sink !== undefined || destination.journal === undefined) return
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

  /**
   * Stands still until everything is stored or on disk, or the time is over.
   *
   * @returns how many events are in memory alone
   */
  endSync(timeoutMs: number): number {
    const unsafe = this.#unsafeLoads()
    if (unsafe.size > 0) this.#worker = this.#startedWorker()
    if (this.#worker === undefined) return this.ledger.inFlight
    const left = this.#worker.isBroken ? undefined : this.#worker.endSync(timeoutMs, unsafe)
    const ownLeft =
      this.#sinks.ledger.inFlight + (unsafe.size > 0 ? 0 : this.#tables.ledger.inFlight)
    return ownLeft + (left ?? this.#worker.ledger.inFlight)
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

  #startedWorker(): WorkerDeliverer | undefined {
    const file = workerFile()
    if (this.#worker !== undefined || file === undefined) return this.#worker
    return new WorkerDeliverer(file, {
      ...this.#options,
      takeOver: (event, destination, listener) =>
        this.#toTable(destination).accept(tableLoad(event), listener),
    })
  }

  /** What the own thread could not send; an application's own client cannot go to another thread. */
  #unsafeLoads(): ReadonlyMap<Destination, readonly Load<Items>[]> {
    const deliveries = [...this.#tables].filter(({ isOwnClient }) => !isOwnClient)
    return new Map(
      deliveries
        .filter(({ unsafe }) => unsafe.length > 0)
        .map(({ destination, unsafe }) => [destination, unsafe]),
    )
  }
}
