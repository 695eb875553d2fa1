import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import type { Receipt, Sink } from '../sinks/sink.ts'
import { isPassing } from '../table/service-error.ts'
import { backoffMs } from './backoff.ts'
import type { Ledger } from './ledger.ts'
import { Shipment } from './shipment.ts'

/** How many events are sent at a time. */
const MOST_SENDING = 32
/** How often a passing failure is tried again before the one who committed is told. */
const MOST_TRIES = 5
const BETWEEN_TRIES = { firstMs: 50, mostMs: 2_000 }
const BETWEEN_RETURNS = { firstMs: 1_000, mostMs: 30_000 }
/** What may be kept in memory while the sink takes nothing. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024

/**
 * What happens between `commit()` and the sink. An event leaves here when it is stored; what fails is
 * kept and tried again, sooner at first, then every half a minute.
 */
export class Delivery {
  readonly #report: (error: StacktaleError) => void
  /** Those waiting for their turn to be sent, in order. */
  readonly #turns: (() => void)[] = []
  readonly #open = new Set<Promise<void>>()
  #sending = 0
  #kept: Shipment[] = []
  #keptBytes = 0
  #returns = 0
  #returnTimer: NodeJS.Timeout | undefined
  #accepted = 0
  #stored = 0
  #dropped = 0

  constructor(report: (error: StacktaleError) => void) {
    this.#report = report
  }

  get ledger(): Ledger {
    const [accepted, stored, dropped] = [this.#accepted, this.#stored, this.#dropped]
    return { accepted, stored, inFlight: accepted - stored - dropped, dropped }
  }

  /** Takes an event over. The promise may be left alone: it never becomes an unhandled rejection. */
  accept(event: LogEvent, sink: Sink): Promise<Receipt> {
    const shipment = new Shipment(event, sink)
    this.#accepted += 1
    void this.#enqueue(shipment)
    return shipment.outcome
  }

  /** Tries what is kept once more, and waits until everything accepted before has had its tries. */
  async flush(timeoutMs: number): Promise<Ledger> {
    this.#returnKept()
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs)
    })
    await Promise.race([Promise.all(this.#open), timeout])
    clearTimeout(timer)
    return this.ledger
  }

  /** Resolves when the shipment is stored, or has had its tries and is kept. */
  async #enqueue(shipment: Shipment): Promise<void> {
    const turn = new Promise<void>((resolve) => this.#turns.push(resolve))
    const tried = turn.then(() => this.#send(shipment))
    this.#open.add(tried)
    this.#callNext()
    await tried
    this.#open.delete(tried)
    this.#sending -= 1
    this.#callNext()
  }

  #callNext(): void {
    while (this.#sending < MOST_SENDING) {
      const turn = this.#turns.shift()
      if (turn === undefined) return
      this.#sending += 1
      turn()
    }
  }

  async #send(shipment: Shipment): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const error = await shipment.send()
      if (error === undefined) {
        this.#stored += 1
        this.#returns = 0
        return
      }
      if (!isPassing(error) || tries === MOST_TRIES) {
        shipment.fail(error)
        this.#report(error)
        this.#keep(shipment)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, backoffMs(tries, BETWEEN_TRIES)))
    }
  }

  #keep(shipment: Shipment): void {
    this.#kept.push(shipment)
    this.#keptBytes += shipment.sizeBytes
    while (this.#keptBytes > MOST_KEPT_BYTES) this.#dropOldest()
    if (this.#returnTimer !== undefined) return
    this.#returns += 1
    this.#returnTimer = setTimeout(
      () => this.#returnKept(),
      backoffMs(this.#returns, BETWEEN_RETURNS, () => 1),
    )
    this.#returnTimer.unref()
  }

  #returnKept(): void {
    clearTimeout(this.#returnTimer)
    this.#returnTimer = undefined
    const returning = this.#kept
    this.#kept = []
    this.#keptBytes = 0
    for (const shipment of returning) void this.#enqueue(shipment)
  }

  #dropOldest(): void {
    const oldest = this.#kept.shift()
    if (oldest === undefined) return
    this.#keptBytes -= oldest.sizeBytes
    this.#dropped += 1
    this.#report(
      new StacktaleError(
        'event-dropped',
        `Nothing could be stored for so long that an event of ${oldest.event.object} was let go, the oldest of those kept in memory (${MOST_KEPT_BYTES / 1024 / 1024} MB); ${this.#dropped} so far.`,
      ),
    )
  }
}
