import { setTimeout as delay } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import type { Load } from '../load.ts'
import { isBefore, isEventKey, JournalKeys, sizeIn } from './journal-keys.ts'
import type { Store, StoreEntry } from './store.ts'

/** An event that was written and is not stored yet. */
export interface JournalEntry<Content> {
  readonly key: string
  readonly load: Load<Content>
}

/** What was read of a journal. */
export interface Reading<Content> {
  readonly entries: readonly JournalEntry<Content>[]
  /** How many could not be read, and were taken out. */
  readonly damaged: number
  /** Up to where it was read; undefined where nothing was there. */
  readonly lastKey: string | undefined
  /** Whether the disk failed, so that there may be more. */
  readonly hasFailed: boolean
}

export interface JournalOptions {
  /** What it may hold. */
  readonly mostBytes: number
  readonly report: (error: StacktaleError) => void
  /** How long after a failure of the disk it is not tried again. Default: 2,000. */
  readonly restMs?: number
}

const DEFAULT_REST_MS = 2_000
/** All keys of events come before it. */
const FIRST_NOTE = ':'

/**
 * Events on disk, from before they are sent until they are stored. They survive the process; a
 * failing disk is reported, and delivery goes on from memory.
 */
export class Journal<Content> {
  readonly #store: Store
  readonly #options: JournalOptions
  readonly #keys: JournalKeys
  #count: number
  #bytes: number
  #restsUntil = -Infinity
  /** What is stored and was not taken out yet. */
  #toRemove: readonly string[] = []
  /** Notes that were not written yet; without a value, one that is to be taken out. */
  readonly #toNote = new Map<string, Uint8Array | undefined>()
  #settling: Promise<boolean> = Promise.resolve(true)

  private constructor(store: Store, keys: readonly string[], options: JournalOptions) {
    this.#store = store
    this.#options = options
    this.#keys = new JournalKeys(keys.at(-1))
    this.#count = keys.length
    this.#bytes = keys.reduce((sum, key) => sum + sizeIn(key), 0)
  }

  /** Takes over what is in a store. @param since what was written earlier, in milliseconds since the epoch, is taken out */
  static async over<Content>(
    store: Store,
    options: JournalOptions & { readonly since?: number },
  ): Promise<{ readonly journal: Journal<Content>; readonly expired: number }> {
    const all = (await store.keys()).filter(isEventKey)
    const { since = 0 } = options
    const expired = all.filter((key) => isBefore(key, since))
    if (expired.length > 0) await store.remove(expired)
    const kept = all.filter((key) => !isBefore(key, since))
    return { journal: new Journal<Content>(store, kept, options), expired: expired.length }
  }

  /** How many events it holds. */
  get count(): number {
    return this.#count
  }

  /** The last key it was given; undefined for none. */
  get lastKey(): string | undefined {
    return this.#keys.last
  }

  /**
   * Writes loads, all or none.
   *
   * @returns their keys, in order; none where they could not be written. It never rejects.
   */
  async add(loads: readonly Load<Content>[]): Promise<readonly string[]> {
    if (performance.now() < this.#restsUntil) return []
    const values = loads.map((load) => serialize(load))
    const bytes = values.reduce((sum, value) => sum + value.byteLength, 0)
    if (this.#bytes + bytes > this.#options.mostBytes) {
      this.#options.report(full(this.#options.mostBytes))
      return []
    }
    const entries = values.map((value) => ({ key: this.#keys.next(value.byteLength), value }))
    try {
      await this.#store.write(entries)
    } catch (error) {
      this.#restsUntil = performance.now() + this.#restMs
      this.#options.report(failed('write to', error))
      return []
    }
    this.#count += entries.length
    this.#bytes += bytes
    return entries.map(({ key }) => key)
  }

  /**
   * Forgets events that are stored. It never rejects: what could not be taken out is with the next
   * ones, and what stays is sent again by another process, which changes nothing.
   */
  async remove(keys: readonly string[]): Promise<void> {
    await this.settle(keys, [])
  }

  /** Forgets events that are stored, and writes notes, as what was counted of them: both, or none. It never rejects. */
  async settle(keys: readonly string[], notes: readonly StoreEntry[]): Promise<void> {
    this.#count -= keys.length
    this.#bytes -= keys.reduce((sum, key) => sum + sizeIn(key), 0)
    this.#toRemove = [...this.#toRemove, ...keys]
    for (const { key, value } of notes) this.#toNote.set(key, value)
    await this.#settle()
  }

  /** Takes notes out. It never rejects. */
  async forgetNotes(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#toNote.set(key, undefined)
    await this.#settle()
  }

  /** Whether all events that were to be forgotten until now are gone from disk. */
  async isSettled(): Promise<boolean> {
    return await this.#settle()
  }

  /** All notes. It never rejects. */
  async notes(): Promise<readonly StoreEntry[]> {
    const notes: StoreEntry[] = []
    try {
      for await (const entry of this.#store.read(FIRST_NOTE, Infinity)) notes.push(entry)
    } catch (error) {
      this.#options.report(failed('read', error))
    }
    return notes
  }

  /** Reads from a key on, that key included. It never rejects, and rests after a failure. */
  async read(from: string, mostBytes: number): Promise<Reading<Content>> {
    const entries: JournalEntry<Content>[] = []
    const damaged: string[] = []
    let lastKey: string | undefined
    let hasFailed = false
    try {
      for await (const { key, value } of this.#store.read(from, mostBytes)) {
        if (!isEventKey(key)) break
        lastKey = key
        const load = readLoad<Content>(value)
        if (load === undefined) damaged.push(key)
        else entries.push({ key, load })
      }
    } catch (error) {
      hasFailed = true
      this.#options.report(failed('read', error))
      await delay(this.#restMs, undefined, { ref: false })
    }
    if (damaged.length > 0) await this.remove(damaged)
    return { entries, damaged: damaged.length, lastKey, hasFailed }
  }

  async close(): Promise<void> {
    await this.#store.close()
  }

  /** One change after the other: a note must not be overtaken by an older one. */
  async #settle(): Promise<boolean> {
    const settling = this.#settling.then(async () => await this.#writeChanges())
    this.#settling = settling
    return await settling
  }

  async #writeChanges(): Promise<boolean> {
    const [removed, notes] = [this.#toRemove, [...this.#toNote]]
    if (removed.length + notes.length === 0) return true
    this.#toRemove = []
    this.#toNote.clear()
    const written = notes.flatMap(([key, value]) => (value === undefined ? [] : { key, value }))
    const forgotten = notes.flatMap(([key, value]) => (value === undefined ? key : []))
    try {
      if (written.length > 0) await this.#store.write(written, [...removed, ...forgotten])
      else await this.#store.remove([...removed, ...forgotten])
      return true
    } catch (error) {
      this.#toRemove = [...removed, ...this.#toRemove]
      for (const [key, value] of notes) if (!this.#toNote.has(key)) this.#toNote.set(key, value)
      this.#options.report(failed('remove from', error))
      return removed.length === 0
    }
  }

  get #restMs(): number {
    return this.#options.restMs ?? DEFAULT_REST_MS
  }
}

function readLoad<Content>(value: Uint8Array): Load<Content> | undefined {
  try {
    const load: Load<Content> | undefined = deserialize(value)
    return typeof load?.object === 'string' ? load : undefined
  } catch {
    return undefined
  }
}

function full(mostBytes: number): StacktaleError {
  return new StacktaleError(
    'journal-full',
    `The journal holds the ${Math.round(mostBytes / 1024 / 1024)} MB that it may, so further events wait in memory alone. Give the table more write units, or the journal more bytes: configure({ journalBytes }).`,
  )
}

function failed(what: string, cause: unknown): StacktaleError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StacktaleError(
    'journal-failed',
    `Could not ${what} the journal (${reason}); events go on from memory. Check that its disk has room and may be written.`,
    { cause },
  )
}
