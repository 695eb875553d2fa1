import type { CountsNote } from '../../counters/counts-notes.ts'
import type { StacktaleError } from '../../errors/stacktale-error.ts'
import type { EventSummary, LogEvent } from '../../event.ts'
import type { WrittenEvent } from '../../item/written-event.ts'
import { writtenEvent } from '../../item/written-event.ts'
import type { Receipt } from '../../sinks/sink.ts'
import type { Destination } from '../destination.ts'
import { nameOfDestination } from '../destination.ts'
import { dropped } from '../drop.ts'
import type { FlushUntil } from '../flushes.ts'
import type { DropReason, Ledger } from '../ledger.ts'
import { withDropped } from '../ledger.ts'
import type { Load } from '../load.ts'
import { promised } from '../promised.ts'
import type { Listener } from '../shipment.ts'
import type { Items } from '../table-carrier.ts'
import { errorOf } from './messages.ts'
import type { Parcel } from './outbox.ts'
import { Outbox } from './outbox.ts'
import { WorkerLink } from './worker-link.ts'

export interface WorkerDelivererOptions {
  readonly report: (error: StacktaleError) => void
  readonly onChange: () => void
  /** Takes over what the worker did not take, where it cannot be started or ended. */
  readonly takeOver: (
    event: WrittenEvent,
    destination: Destination,
    listener: Listener | undefined,
  ) => void
}

/** Someone who committed an event, and what the receipt says of it. */
interface Awaited extends Pick<EventSummary, 'object' | 'timestamp' | 'lines'> {
  readonly listener: Listener
}

/** Hands events over to the worker, many at a time, and tells what became of them. */
export class WorkerDeliverer {
  readonly #options: WorkerDelivererOptions
  readonly #link: WorkerLink
  readonly #outbox = new Outbox()
  readonly #awaited = new Map<number, Awaited>()
  readonly #destinations = new Map<string, Destination>()
  #latest: Destination | undefined
  #isReady = false
  #isPosting = false
  #isBroken = false
  #flushes = 0
  /** Events handed over or let go here; the worker counts those that it took. */
  #accepted = 0
  #taken = 0
  #dropped: Ledger['droppedBy'] = {}
  #droppedCount = 0
  /** Where everything is since the worker ended by a fault. */
  #last: Ledger | undefined
  #start: () => void = () => undefined
  readonly #started = new Promise<void>((resolve) => {
    this.#start = resolve
  })

  constructor(file: URL, options: WorkerDelivererOptions) {
    this.#options = options
    this.#link = new WorkerLink(file, {
      ready: () => {
        this.#isReady = true
        this.#start()
        this.#post(false)
      },
      outcomes: ({ stored, failed, taken }) => {
        this.#outbox.arrived(taken - this.#taken)
        this.#taken = taken
        for (let at = 0; at < stored.length; at += 3) this.#tellStored(stored, at)
        for (const [number, failure] of failed) this.#tellFailed(number, errorOf(failure))
        this.#post(false)
        this.#keepAlive()
        options.onChange()
      },
      report: ({ failure }) => options.report(errorOf(failure)),
      broken: (error) => this.#break(error),
    })
  }

  /** Whether it ran, so that another one would. */
  get hasStarted(): boolean {
    return this.#isReady
  }

  /** Whether it takes no more events. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  get ledger(): Ledger {
    if (this.#last !== undefined) return this.#last
    const { ledger } = this.#link
    const toBeTaken = this.#accepted - this.#taken - this.#droppedCount
    return {
      ...ledger,
      accepted: ledger.accepted + this.#accepted - this.#taken,
      inFlight: ledger.inFlight + toBeTaken,
      dropped: ledger.dropped + this.#droppedCount,
      droppedBy: withDropped(ledger.droppedBy, this.#dropped),
    }
  }

  /** Whether what is stored is counted in the table too. */
  get isCounted(): boolean {
    return this.#isBroken || this.#link.isCounted
  }

  deliver(event: LogEvent, destination: Destination): Promise<Receipt> {
    return promised((listener) => this.#accept(event, destination, listener))
  }

  async flush(timeoutMs: number, until: FlushUntil): Promise<void> {
    this.#flushes += 1
    this.#keepAlive()
    await this.#started
    if (!this.#isBroken) {
      this.#post(true)
      await this.#link.flush(timeoutMs, until)
    }
    this.#flushes -= 1
    this.#keepAlive()
  }

  /** Opens the journal of a destination, so that what a process left there is sent. */
  begin(destination: Destination): void {
    this.#link.post({ type: 'loads', destination, loads: [] })
  }

  /** Hands over what the application's own thread counted and did not put. */
  takeCounts(destination: Destination, notes: readonly CountsNote[]): void {
    this.#link.post({ type: 'counts', destination, notes })
  }

  /** See `WorkerLink.endSync`. @param loads what the application's own thread could not send */
  endSync(timeoutMs: number, loads: ReadonlyMap<Destination, readonly Load<Items>[]>): void {
    this.#post(true)
    for (const [destination, those] of loads) {
      this.#accepted += those.length
      this.#link.post({ type: 'loads', destination, loads: those })
    }
    this.#link.endSync(timeoutMs)
  }

  #accept(event: LogEvent, destination: Destination, listener: Listener): void {
    this.#accepted += 1
    const number = this.#accepted
    const written = writtenEvent(event)
    const { object, timestamp, lines } = written.header
    this.#awaited.set(number, { listener, object, timestamp, lines })
    this.#keepAlive()
    this.#outbox.add({ number, event: written, destination: this.#same(destination) })
    this.#drop(this.#outbox.shrinkTo(destination.queueBytes), 'queue-full')
    this.#postSoon()
  }

  /** Events of one destination are handed over together. */
  #same(destination: Destination): Destination {
    if (destination === this.#latest) return destination
    this.#latest = destination
    const name = nameOfDestination(destination)
    const known = this.#destinations.get(name)
    if (known === undefined) this.#destinations.set(name, destination)
    else this.#latest = known
    return this.#latest
  }

  /** What is committed in the same turn of the event loop is handed over at once. */
  #postSoon(): void {
    if (this.#isPosting || !this.#isReady) return
    this.#isPosting = true
    setImmediate(() => {
      this.#isPosting = false
      this.#post(false)
    })
  }

  /** @param isLast whether all has to go, whether or not the worker has time for it */
  #post(isLast: boolean): void {
    if (!this.#isReady && !isLast) return
    for (const [destination, parcels] of this.#outbox.take(isLast)) {
      const events = parcels.map(
        ({ number, event: { header, story } }) =>
          [number, JSON.stringify(header), story.text, story.columns] as const,
      )
      this.#link.post({ type: 'accept', destination, events })
    }
  }

  #tellStored(stored: readonly number[], at: number): void {
    const [number = 0, bytes = 0, writeUnits = 0] = [stored[at], stored[at + 1], stored[at + 2]]
    const known = this.#awaited.get(number)
    if (known === undefined) return
    this.#awaited.delete(number)
    const { listener, object, timestamp, lines } = known
    listener.stored({ object, timestamp, bytes, writeUnits, lines })
  }

  #tellFailed(number: number, error: StacktaleError): void {
    this.#awaited.get(number)?.listener.failed(error)
    this.#awaited.delete(number)
  }

  #keepAlive(): void {
    this.#link.keepAlive(this.#awaited.size > 0 || this.#flushes > 0)
  }

  #drop(parcels: readonly Parcel[], reason: DropReason): void {
    if (parcels.length === 0) return
    const error = dropped(
      parcels.map(({ event }) => event.header.object),
      reason,
    )
    this.#droppedBecause(reason, parcels.length)
    for (const { number } of parcels) this.#tellFailed(number, error)
    this.#options.report(error)
  }

  #droppedBecause(reason: DropReason, count: number): void {
    this.#dropped = withDropped(this.#dropped, { [reason]: count })
    this.#droppedCount += count
  }

  #break(error: StacktaleError): void {
    this.#isBroken = true
    this.#start()
    this.#options.report(error)
    const waiting = this.#outbox.waiting
    this.#accepted -= waiting.length
    const { inFlight } = this.ledger
    this.#last = withoutWorker(this.ledger)
    // Whose they were is not known any more.
    const lost = Array.from({ length: inFlight }, () => '')
    if (inFlight > 0) this.#options.report(dropped(lost, 'worker-failed'))
    for (const { event, destination, number } of waiting) {
      this.#options.takeOver(event, destination, this.#awaited.get(number)?.listener)
      this.#awaited.delete(number)
    }
    for (const { listener } of this.#awaited.values()) listener.failed(error)
    this.#awaited.clear()
    this.#options.onChange()
  }
}

/** What it had in memory is lost; what it had on disk is found there by whoever opens the journal next. */
function withoutWorker(ledger: Ledger): Ledger {
  const { accepted, inFlight, journaled } = ledger
  return {
    ...ledger,
    accepted: accepted - journaled,
    inFlight: 0,
    journaled: 0,
    dropped: ledger.dropped + inFlight,
    droppedBy: withDropped(ledger.droppedBy, inFlight === 0 ? {} : { 'worker-failed': inFlight }),
  }
}
