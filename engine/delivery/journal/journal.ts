import { setTimeout as delay } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import type { Load } from '../load.ts'
import { isBefore, JournalKeys, sizeIn } from './journal-keys.ts'
import type { Store } from './store.ts'

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
  /** What is stored and could not be taken out. */
  #toRemove: readonly string[] = []

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
    const all = await store.keys()
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
    this.#count -= keys.length
    this.#bytes -= keys.reduce((sum, key) => sum + sizeIn(key), 0)
    const all = [...this.#toRemove, ...keys]
    this.#toRemove = []
    try {
      await this.#store.remove(all)
    } catch (error) {
      this.#toRemove = [...this.#toRemove, ...all]
      this.#options.report(failed('remove from', error))
    }
  }

  /** Reads from a key on, that key included. It never rejects, and rests after a failure. */
  async read(from: string, mostBytes: number): Promise<Reading<Content>> {
    const entries: JournalEntry<Content>[] = []
    const damaged: string[] = []
    let lastKey: string | undefined
    let hasFailed = false
    try {
      for await (const { key, value } of this.#store.read(from, mostBytes)) {
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
