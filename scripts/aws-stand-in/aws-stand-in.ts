import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { answer } from './answer.ts'
import type { AwsRequest } from './aws-request.ts'
import { awsRequest } from './aws-request.ts'
import { Backend } from './backend.ts'
import { Counts } from './counts.ts'
import type { Outcome } from './disturber.ts'
import { Disturber } from './disturber.ts'
import { expire } from './expire.ts'
import { Faults } from './faults.ts'
import { Listener } from './listener.ts'
import type { Units } from './meter.ts'
import { Meter } from './meter.ts'
import { anySeed, seededRandom } from './random.ts'
import { sendOutcome } from './send-outcome.ts'
import type { Service } from './service.ts'
import { StoredItems } from './stored-items.ts'
import { TableShapes } from './table-shapes.ts'

export interface AwsStandInOptions {
  /** Where dynalite listens. */
  readonly endpoint: string
  /** What is provisioned for each table and each of its indexes. Default: no limits, as on demand. */
  readonly units?: Units
  /** How many seconds of unused units pile up. Default 300, as in AWS. */
  readonly burstSeconds?: number
  /** Whether that much has piled up at the start. Default: `full`. */
  readonly credit?: 'full' | 'empty'
  /** Of the random numbers that decide on faults. Default: a random one, which `seed` tells. */
  readonly seed?: number
  /** Milliseconds from any beginning, for the units. Default: `performance.now`. */
  readonly clock?: () => number
  /** Waits for the fault `delay`, in milliseconds. Default: a timer. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** A server that stands between the AWS SDK and dynalite, and behaves like AWS where dynalite does not. */
export class AwsStandIn implements AsyncDisposable {
  /** The seed of the random numbers: print it where a test with chances fails. */
  readonly seed: number
  /** What goes wrong, to be set at any time. */
  readonly faults: Faults = new Faults()
  readonly counts: Counts
  readonly #backend: Backend
  readonly #service: Service
  readonly #disturber: Disturber
  readonly #wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly #listener = new Listener((...exchange) => this.#receive(...exchange))
  readonly #underWay = new Set<Promise<void>>()
  readonly #stopping = new AbortController()

  private constructor(options: AwsStandInOptions) {
    const { endpoint, units = {}, burstSeconds = 300, credit = 'full' } = options
    const clock = options.clock ?? (() => performance.now())
    this.seed = options.seed ?? anySeed()
    this.counts = new Counts(clock)
    this.#wait = options.wait ?? (async (ms, signal) => await delay(ms, undefined, { signal }))
    this.#disturber = new Disturber(this.faults, this.counts, seededRandom(this.seed))
    this.#backend = new Backend(endpoint)
    this.#service = {
      backend: this.#backend,
      shapes: new TableShapes(this.#backend),
      stored: new StoredItems(),
      meter: new Meter({ units, burstSeconds, credit, clock }, this.counts),
      counts: this.counts,
    }
  }

  static async start(options: AwsStandInOptions): Promise<AwsStandIn> {
    const standIn = new AwsStandIn(options)
    await standIn.up()
    return standIn
  }

  /** The SDK's endpoint. It stays the same through `down` and `up`. */
  get endpoint(): string {
    return `http://127.0.0.1:${this.#listener.port}`
  }

  /** Closes all connections and refuses new ones. What is being done is done, its reply lost. */
  async down(): Promise<void> {
    await this.#listener.close()
  }

  /** Listens again after `down`. */
  async up(): Promise<void> {
    await this.#listener.open()
  }

  /**
   * Deletes the items of a table that expired before a time in Unix seconds, as DynamoDB does some time
   * later.
   *
   * @returns how many there were
   */
  async expireNow(table: string, nowSeconds: number): Promise<number> {
    return await expire(this.#service, table, nowSeconds)
  }

  /** Ends it. When this resolves, nothing more reaches the store. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.down()
    await Promise.all(this.#underWay)
    this.#backend.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  #receive(incoming: IncomingMessage, body: string, response: ServerResponse): void {
    const request = awsRequest(incoming.headers, body)
    this.counts.request(request.operation)
    const done = this.#outcomeOf(request).then(
      (outcome) => sendOutcome(incoming, response, outcome),
      (error: unknown) => {
        if (!this.#stopping.signal.aborted) this.#fail(response, error)
      },
    )
    this.#underWay.add(done)
    void done.finally(() => this.#underWay.delete(done))
  }

  async #outcomeOf(request: AwsRequest): Promise<Outcome> {
    if (this.#disturber.strikes('delay', request)) {
      await this.#wait(this.faults.delayMs, this.#stopping.signal)
    }
    const fault = this.#disturber.before(request)
    if (fault !== undefined) return fault
    const reply = await answer(this.#service, request, (write) =>
      this.#disturber.strikes('unprocessed', { ...request, writes: [write] }),
    )
    return this.#disturber.after(request, reply)
  }

  /** The stand-in's own failure, such as a store that is gone: not one of AWS's, to be told from them. */
  #fail(response: ServerResponse, error: unknown): void {
    response.writeHead(502, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify({ __type: 'StandInFailure', message: String(error) }))
  }
}

/**
 * Starts a stand-in for AWS before a dynalite.
 *
 * @example
 * ```ts
 * await using aws = await startAwsStandIn({
 *   endpoint: await embeddedEndpoint(),
 *   units: { table: { write: 13, read: 12 }, index: { write: 12, read: 13 } },
 * })
 * aws.faults.resetBefore = 0.2
 * ```
 */
export async function startAwsStandIn(options: AwsStandInOptions): Promise<AwsStandIn> {
  return await AwsStandIn.start(options)
}
