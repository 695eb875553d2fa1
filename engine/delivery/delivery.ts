import type { StacktaleError } from '../errors/stacktale-error.ts'
import { isPassing } from '../errors/is-passing.ts'
import { Backlog } from './backlog.ts'
import { Books } from './books.ts'
import { Callers } from './callers.ts'
import type { Carrier, Fate } from './carrier.ts'
import type { DeliveryOptions } from './delivery-options.ts'
import { dropped } from './drop.ts'
import type { FlushUntil } from './flushes.ts'
import { Flushes } from './flushes.ts'
import { Gate } from './gate.ts'
import type { DropReason, Ledger } from './ledger.ts'
import type { Load } from './load.ts'
import { Pace } from './pace.ts'
import { Queue } from './queue.ts'
import type { Listener } from './shipment.ts'
import { Shipment } from './shipment.ts'
import { sortFates } from './sort-fates.ts'

/** DynamoDB's bound for one request. */
const MOST_BYTES = 16 * 1024 * 1024
/** How long events wait for company, while another sending is on its way. */
const LINGER_MS = 25
/** How often a passing failure is tried again, where each event fails by itself, before its owner is told. */
const MOST_TRIES = 5
const MOST_REFUSALS = 5
/** What is on disk too need not wait in memory: this much keeps the sending busy. */
const MOST_JOURNALED_BYTES = 1024 * 1024

/**
 * What happens between `commit()` and where events are stored: journal, queue, pacing, retry. It does
 * the same in a worker and in the application's own thread.
 */
export class Delivery<Content> {
  readonly #carrier: Carrier<Content>
  readonly #options: DeliveryOptions<Content>
  readonly #backlog: Backlog<Content> | undefined
  readonly #books = new Books()
  readonly #queue = new Queue<Content>()
  readonly #flushes = new Flushes<Shipment<Content>>()
  readonly #gate = new Gate()
  readonly #pace: Pace
  /** Up to how many waiting bytes an event that is on disk has its place in memory. */
  readonly #journaledBytes: number
  readonly #sending = new Set<Shipment<Content>>()
  readonly #callers = new Callers<Content>()
  #requests = 0
  #timer: NodeJS.Timeout | undefined
  #lingersUntil: number | undefined
  /** What set out earlier was not the try that a flush waits for. */
  #flushedAt = -Infinity

  constructor(options: DeliveryOptions<Content>) {
    this.#options = options
    this.#carrier = options.carrier
    this.#pace = new Pace(options.writeUnitsPerSecond)
    this.#journaledBytes = Math.min(options.queueBytes, MOST_JOURNALED_BYTES)
    const { journal, expired = 0 } = options
    if (journal === undefined) return
    this.#books.recover(journal.count + expired)
    for (let left = expired; left > 0; left -= 1) this.#books.drop('journal-expired', true)
    this.#backlog = new Backlog(journal, {
      written: (shipments) => this.#written(shipments),
      readBack: (shipments, damaged) => this.#readBack(shipments, damaged),
    })
    this.#pump()
  }

  get ledger(): Ledger {
    return this.#books.ledger
  }

  /** What is in memory alone. */
  get unsafe(): readonly Load<Content>[] {
    const held = [...this.#queue, ...this.#sending].filter(({ isJournaled }) => !isJournaled)
    return [...(this.#backlog?.unwritten ?? []), ...held.map(({ load }) => load)]
  }

  /** Takes an event over, and tells what becomes of it. */
  accept(load: Load<Content>, listener?: Listener): void {
    const shipment = new Shipment(load, listener)
    this.#callers.add(shipment)
    this.#books.accept()
    this.#flushes.add(shipment, 'stored')
    this.#flushes.add(shipment, 'journaled')
    if (this.#backlog === undefined) this.#enqueue(shipment)
    else this.#backlog.write(shipment)
    if (this.#carrier.isService) this.#gate.hurry()
    else this.#gate.retryNow()
    this.#pump()
    this.#options.onChange?.()
  }

  /** Something else takes so many write units of the same table. */
  charge(writeUnits: number): void {
    this.#pace.sent(writeUnits)
  }

  /** Tries everything once more, and waits until all accepted before is stored, or had its tries and is kept. */
  async flush(timeoutMs: number, until: FlushUntil = 'stored'): Promise<Ledger> {
    this.#flushedAt = performance.now()
    this.#gate.retryNow()
    const ended = this.#flushes.begin(until, timeoutMs, this.#backlog?.lastKey)
    this.#pump()
    this.#changed()
    await ended
    return this.ledger
  }

  /** Gives a shipment its place in line: in memory, or where there is no room, on disk alone. */
  #enqueue(shipment: Shipment<Content>): void {
    const isFull = this.#queue.bytes + shipment.load.bytes > this.#journaledBytes
    if (shipment.journalKey !== undefined && (isFull || this.#backlog?.isBehind === true)) {
      this.#leaveOnDisk(shipment, shipment.journalKey)
      return
    }
    this.#queue.add(shipment)
    this.#drop(this.#queue.shrinkTo(this.#options.queueBytes), 'queue-full')
  }

  #leaveOnDisk(shipment: Shipment<Content>, journalKey: string): void {
    this.#backlog?.leaveOnDisk(shipment)
    this.#flushes.remove(shipment, 'stored')
    this.#callers.leaveOnDisk(shipment, journalKey)
  }

  #written(shipments: readonly Shipment<Content>[]): void {
    for (const shipment of shipments) {
      if (shipment.isJournaled) {
        this.#books.journal()
        this.#flushes.remove(shipment, 'journaled')
      }
      this.#enqueue(shipment)
    }
    this.#pump()
    this.#changed()
  }

  #readBack(shipments: readonly Shipment<Content>[], damaged: number): void {
    for (const shipment of shipments) {
      const { journalKey = '' } = shipment
      this.#callers.readBack(shipment, journalKey)
      this.#flushes.add(shipment, 'stored', this.#flushes.eraOf(journalKey))
      this.#queue.add(shipment)
    }
    for (let left = damaged; left > 0; left -= 1) this.#books.drop('journal-damaged', true)
    if (damaged > 0) this.#options.report(dropped([], 'journal-damaged', damaged))
    this.#pump()
    this.#changed()
  }

  #drop(shipments: readonly Shipment<Content>[], reason: DropReason): void {
    if (shipments.length === 0) return
    const error = dropped(
      shipments.map(({ load }) => load.object),
      reason,
    )
    for (const shipment of shipments) {
      this.#books.drop(reason, shipment.isJournaled)
      this.#leave(shipment)
      this.#callers.tellFailed(shipment, error)
    }
    void this.#backlog?.remove(shipments)
    this.#options.report(error)
    this.#changed()
  }

  /** Sends what may be sent now, and comes back when more may be. */
  #pump(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (;;) {
      const room = this.#journaledBytes - this.#queue.bytes
      if (room > this.#journaledBytes / 2) void this.#backlog?.read(room)
      if (this.#queue.length === 0) return
      const isProbing = this.#carrier.isService && !this.#gate.isOpen
      if (this.#requests >= (isProbing ? 1 : this.#carrier.mostCarrying)) return
      const now = performance.now()
      const waitMs = Math.max(this.#gateMs(now), this.#lingerMs(now), this.#paceMs(now))
      if (waitMs > 0) {
        this.#comeBackIn(waitMs)
        return
      }
      this.#lingersUntil = undefined
      void this.#send(this.#take(now))
    }
  }

  /** Where each event fails by itself, a flush gives each its try. */
  #gateMs(now: number): number {
    return this.#carrier.isService || this.#flushes.isEmpty ? this.#gate.waitMs(now) : 0
  }

  /** How long to wait for company: while a sending is on its way, and not for ever. */
  #lingerMs(now: number): number {
    if (this.#requests === 0 || this.#queue.length >= this.#carrier.mostLoads) return 0
    this.#lingersUntil ??= now + LINGER_MS
    return Math.max(0, this.#lingersUntil - now)
  }

  #paceMs(now: number): number {
    if (!this.#carrier.isService || this.#pace.allowance(now) > 0) return 0
    return Math.max(1, this.#pace.waitMs(now))
  }

  #take(now: number): readonly Shipment<Content>[] {
    const units = this.#carrier.isService ? this.#pace.allowance(now) : Infinity
    const batch = this.#queue.take({ loads: this.#carrier.mostLoads, bytes: MOST_BYTES, units })
    for (const { load } of batch) this.#pace.sent(load.writeUnits)
    return batch
  }

  /** Only someone who waits to be told keeps the process alive. */
  #comeBackIn(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#pump(), Math.ceil(milliseconds))
    if (this.#callers.isEmpty && this.#flushes.isEmpty) this.#timer.unref()
  }

  async #send(batch: readonly Shipment<Content>[]): Promise<void> {
    const startedAt = performance.now()
    this.#requests += 1
    for (const shipment of batch) this.#sending.add(shipment)
    const fates = await this.#carrier.carry(batch.map(({ load }) => load))
    this.#requests -= 1
    for (const shipment of batch) this.#sending.delete(shipment)
    this.#settle(batch, fates, startedAt)
    this.#pump()
    this.#changed()
  }

  #settle(batch: readonly Shipment<Content>[], fates: readonly Fate[], startedAt: number): void {
    const now = performance.now()
    const { stored, throttled, failed, failure } = sortFates(batch, fates, this.#carrier.isService)
    for (const { shipment, receipt } of stored) {
      this.#pace.granted(shipment.load.writeUnits, now)
      this.#books.store(shipment.isJournaled)
      this.#leave(shipment)
      this.#callers.tellStored(shipment, receipt)
    }
    if (stored.length + throttled.length > 0) this.#gate.passed()
    if (throttled.length > 0) this.#pace.throttled(now)
    const settled = stored.map(({ shipment }) => shipment)
    const notes = this.#options.count?.(settled.map(({ load }) => load))
    void this.#backlog?.remove(settled, notes)
    this.#queue.putBack(throttled)
    if (failure !== undefined) this.#fail(failed, failure, startedAt)
    this.#drop(this.#queue.shrinkTo(this.#options.queueBytes), 'queue-full')
  }

  /** Those that failed go to the end of the line, so that others show whether it is they or the service. */
  #fail(failed: readonly Shipment<Content>[], error: StacktaleError, startedAt: number): void {
    const isRefused = error.code === 'request-rejected'
    const hopeless: Shipment<Content>[] = []
    for (const shipment of failed) {
      shipment.tries += 1
      if (isRefused && failed.length === 1) shipment.refusals += 1
      shipment.isAlone = isRefused
      if (shipment.refusals >= MOST_REFUSALS) hopeless.push(shipment)
      else this.#queue.add(shipment)
    }
    this.#drop(hopeless, 'refused')
    if (startedAt < this.#flushedAt) return
    const isOut = this.#gate.failed(error, startedAt, performance.now())
    const concerned = this.#carrier.isService ? (isOut ? this.#queue : []) : failed
    const isToTell = this.#carrier.isService || !isPassing(error)
    let isNew = false
    for (const shipment of concerned) {
      if (!isToTell && shipment.tries < MOST_TRIES) continue
      this.#flushes.letBe(shipment)
      isNew ||= shipment.isAwaited
      this.#callers.tellFailed(shipment, error)
    }
    if (isNew) this.#options.report(error)
  }

  #leave(shipment: Shipment<Content>): void {
    this.#flushes.remove(shipment, 'stored')
    this.#flushes.remove(shipment, 'journaled')
  }

  #changed(): void {
    this.#flushes.endDone((key) => this.#backlog?.isReadUpTo(key) ?? true)
    this.#options.onChange?.()
  }
}
