import { setTimeout as delay } from 'node:timers/promises'
import { tableUnitsOf } from '../cost.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { CountsItem } from '../item/item.ts'
import { isPassing } from '../errors/is-passing.ts'
import type { CountedDay } from './counted-day.ts'
import type { CountedEvent } from './counts.ts'
import type { CountsJournal } from './counts-journal.ts'
import type { CountsNote } from './counts-notes.ts'
import { countsNote, daysOfNotes, noteKey, notesOf } from './counts-notes.ts'
import { hourOf } from '../hours.ts'
import { OpenDays } from './open-days.ts'
import { PutBudget } from './put-budget.ts'

/** After so long without an event, what may be put is put. */
const QUIET_MS = 60_000
const RETRY_MS = 50

export interface CountsWriterOptions {
  /** Puts an item in the place of what the writer put under its key before. */
  readonly put: (item: CountsItem) => Promise<void>
  readonly journal?: CountsJournal | undefined
  /** Told of the write units of each put, before it is tried. */
  readonly charge: (writeUnits: number) => void
  readonly report: (error: StacktaleError) => void
  /** Called when the table has all counts. */
  readonly onPut?: (() => void) | undefined
  /** Milliseconds from any beginning. Default: `performance.now`. */
  readonly now?: () => number
}

type Extent = 'affordable' | 'all'

/**
 * Counts the events that one delivery stored, and puts what it counted into the table: absolute counts,
 * one put after the other, so that repeating one changes nothing.
 */
export class CountsWriter {
  readonly #options: CountsWriterOptions
  readonly #days = new OpenDays()
  readonly #budget: PutBudget
  #putting: Promise<unknown> = Promise.resolve()
  #isPutPlanned = false
  #expectedUnits = 1
  #timer: NodeJS.Timeout | undefined
  /** Nothing was counted since the end's tries were in vain. */
  #isGivenUp = false

  constructor(options: CountsWriterOptions) {
    this.#options = options
    this.#budget = new PutBudget(options.now ?? (() => performance.now()))
  }

  /** Whether the table has all counts, and the journal none. */
  get isDone(): boolean {
    return this.#isPut && [...this.#days].every(({ notes }) => notes.size === 0)
  }

  /** Counts events that are stored. @returns what the journal has to keep of it, in the write that forgets them */
  count(events: readonly CountedEvent[]): readonly CountsNote[] {
    if (events.length === 0) return []
    this.#isGivenUp = false
    const notes = new Map<string, CountedDay>()
    const hours = new Map<string, number>()
    for (const event of events) {
      const counted = this.#days.add(event)
      this.#budget.earn(event.writeUnits)
      const hour = hourOf(event.milliseconds)
      const key = noteKey(counted, hour)
      notes.set(key, counted)
      hours.set(key, hour)
    }
    this.#putSoon()
    if (this.#options.journal === undefined) return []
    return [...notes].flatMap(([key, counted]) => this.#notesOf(counted, hours.get(key) ?? 0))
  }

  /** Puts what writers left in the journal that ended without putting it. */
  async recover(): Promise<void> {
    const { journal } = this.#options
    const { days, damaged } = daysOfNotes((await journal?.notes()) ?? [])
    if (damaged.length > 0) await journal?.forgetNotes(damaged)
    for (const counted of days) this.#days.adopt(counted)
    if (days.length > 0) await this.#put('all')
  }

  /** Takes over what another thread counted and has no time to put. */
  take(notes: readonly CountsNote[]): void {
    for (const counted of daysOfNotes(notes).days) {
      counted.notes.clear()
      this.#days.adopt(counted)
    }
  }

  /** Gives what is not put yet to another thread. */
  handOver(): readonly CountsNote[] {
    const unput = this.#days.unput
    for (const counted of unput) counted.put(counted.counts.events)
    return unput.flatMap(notesOf)
  }

  /** Puts all, unless that was done a moment ago; then only what may be put anyway. */
  async flush(timeoutMs: number): Promise<void> {
    if (this.#isPut) return
    await within(timeoutMs, this.#put(this.#budget.isDueAtFlush ? 'all' : 'affordable'))
  }

  /** Puts all, because the process ends: tries until it is done, or the time is over. */
  async end(timeoutMs: number): Promise<void> {
    if (this.#isGivenUp) return
    const deadline = performance.now() + timeoutMs
    let error: StacktaleError | undefined
    while (!this.#isPut) {
      const left = deadline - performance.now()
      if (left > 0) error = await within(left, this.#put('all'))
      const isWorthwhile = error !== undefined && isPassing(error) && left > RETRY_MS
      if (this.#isPut || !isWorthwhile) break
      await delay(RETRY_MS)
    }
    if (this.#isPut) {
      await this.#forgetNotes([...this.#days])
      return
    }
    this.#isGivenUp = true
    if (this.#options.journal === undefined) this.#options.report(error ?? notPut(timeoutMs))
  }

  get #isPut(): boolean {
    return this.#days.unput.length === 0
  }

  #notesOf(counted: CountedDay, hour: number): readonly CountsNote[] {
    const isWhole = counted.notes.size > 0
    const notes = isWhole ? [countsNote(counted, hour)] : notesOf(counted)
    for (const { key } of notes) counted.notes.add(key)
    return notes
  }

  #putSoon(): void {
    if (this.#timer === undefined) {
      this.#timer = setTimeout(() => void this.#put('affordable'), QUIET_MS).unref()
    } else {
      this.#timer.refresh()
    }
    if (this.#isPutPlanned || this.#budget.isTooSoon) return
    if (!this.#budget.affords(this.#expectedUnits)) return
    void this.#putPlanned()
  }

  async #putPlanned(): Promise<void> {
    this.#isPutPlanned = true
    await this.#put('affordable')
    this.#isPutPlanned = false
  }

  /**
   * What is counted goes to the journal in the same turn, so this begins after it.
   *
   * @returns what hindered it. It never rejects.
   */
  async #put(extent: Extent): Promise<StacktaleError | undefined> {
    const putting = this.#putting.then(async () => await this.#putUnput(extent))
    this.#putting = putting
    return await putting
  }

  async #putUnput(extent: Extent): Promise<StacktaleError | undefined> {
    for (const counted of this.#days.unput) {
      const { item } = counted
      const units = tableUnitsOf(item)
      this.#expectedUnits = units
      if (extent === 'affordable' && !this.#budget.affords(units)) continue
      if ((await this.#options.journal?.isSettled()) === false) return undefined
      this.#budget.spend(units)
      this.#options.charge(units)
      try {
        await this.#options.put(item)
      } catch (error) {
        return this.#failed(error)
      }
      counted.put(item.events)
      await this.#tidy(counted)
    }
    if (this.#isPut) this.#options.onPut?.()
    return undefined
  }

  #failed(cause: unknown): StacktaleError {
    const error = cause instanceof StacktaleError ? cause : putFailed(cause)
    if (!isPassing(error)) this.#options.report(error)
    return error
  }

  /** The journal need not keep what is put and will not be counted in any more. */
  async #tidy(counted: CountedDay): Promise<void> {
    const done = new Set(this.#days.tidy())
    if (![...this.#days].includes(counted)) done.add(counted)
    await this.#forgetNotes([...done])
  }

  async #forgetNotes(days: readonly CountedDay[]): Promise<void> {
    const keys = days.flatMap(({ notes }) => [...notes])
    if (keys.length === 0) return
    for (const { notes } of days) notes.clear()
    await this.#options.journal?.forgetNotes(keys)
  }
}

function putFailed(cause: unknown): StacktaleError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StacktaleError('service-failed', `The counts were not stored (${reason}).`, { cause })
}

function notPut(timeoutMs: number): StacktaleError {
  return new StacktaleError(
    'timed-out',
    `What was counted last could not be stored within the ${Math.round(timeoutMs)} ms that were left, so charts lack it. The events are stored.`,
  )
}

async function within<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value | undefined> {
  const stopping = new AbortController()
  const { signal } = stopping
  const late = delay(Math.max(0, timeoutMs), undefined, { signal }).catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    stopping.abort()
  }
}
