import { StacktaleError } from '../errors/stacktale-error.ts'
import { checkKey } from '../item/object-key.ts'
import { DIRECTORY_KEY } from '../item/item.ts'
import { millisecondsOf } from '../item/timestamp.ts'
import { askedPrefixes, checkQuery, DEFAULT_LIMIT, PAGE_READ_UNITS } from './check-query.ts'
import type { TableLocation } from './client.ts'
import { tableName } from './client.ts'
import { costAhead } from './cost-ahead.ts'
import type { CountsPage, CountsQuery } from './counts-query.ts'
import { countedHours } from './counts-query.ts'
import type { EventPage, EventQuery, FeedQuery, PrefixList, StoredEvent } from './event-page.ts'
import type { ReadPage } from './event-source.ts'
import { EventSource } from './event-source.ts'
import type { KeyRange } from './key-range.ts'
import { keyRange } from './key-range.ts'
import { mergeSources } from './merge-sources.ts'
import type { Direction, Neighbour } from './neighbour.ts'
import { readNeighbour } from './neighbour.ts'
import type { Partition, PartitionQuery } from './partition.ts'
import { queryPartition } from './partition.ts'
import type { Query } from './query.ts'
import { pacedQuery } from './query.ts'
import { queryAll } from './query-all.ts'
import type { ReadTally } from './read-tally.ts'
import { sharedTally } from './read-tally.ts'
import { readCounts } from './read-counts.ts'
import { readEvent } from './read-event.ts'
import { serviceError } from './service-error.ts'
import { readStanding } from './standing/read-standing.ts'
import type { Standing } from './standing/standing.ts'

/** With many prefixes, each is asked for its share first; more is fetched where it is needed. */
const SMALLEST_WINDOW = 10
/** What looking at an event takes, about: of the feed a quarter of a KB, of the table with its story 3 KB. */
const UNITS_AN_ITEM: Readonly<Record<Partition['kind'], number>> = { feed: 0.03, object: 0.35 }

export interface TableReaderOptions extends TableLocation {
  /** Milliseconds since the epoch, by which expired events are left out. Default: `Date.now`. */
  readonly clock?: () => number
  /**
   * How fast to read, in units a second of the table and as many of its index `feed`, for all readers of
   * the table in this process together. 6 lets two processes share a free table's 12 and 13. Whatever it
   * is, what DynamoDB throttles is tried again. Default: no bound.
   */
  readonly readUnitsPerSecond?: number
}

/**
 * Reads events back: by queries only, never by a scan. Each answer says what it cost.
 *
 * Every method rejects with a StacktaleError: `time-invalid`, `limit-invalid`, `level-unknown`,
 * `cursor-invalid`, `prefix-invalid`, `key-invalid` or `key-too-long` for what was asked,
 * `table-missing`, `access-denied`, `endpoint-unreachable` and the like for what the service said.
 *
 * @example
 * ```ts
 * const reader = new TableReader({ table: 'stacktale' })
 * const { events, cursor } = await reader.feed({ prefix: 'workout', level: 'warn' })
 * const story = await reader.event(events[0].object, events[0].timestamp)
 * ```
 */
export class TableReader {
  readonly table: string
  readonly #location: TableLocation
  readonly #ask: Query
  readonly #clock: () => number
  readonly #tally: ReadTally

  /** @throws StacktaleError `option-invalid` for a pace that is no number above 0 */
  constructor(options: TableReaderOptions = {}) {
    const { clock = Date.now, readUnitsPerSecond = Infinity, ...location } = options
    checkPace(readUnitsPerSecond)
    this.table = tableName(location)
    this.#location = location
    const { region, endpoint } = location
    this.#tally = sharedTally(JSON.stringify([region, endpoint, this.table]))
    this.#ask = pacedQuery(location, readUnitsPerSecond, this.#tally)
    this.#clock = clock
  }

  /** The newest events of a prefix, of several, or of all prefixes. */
  async feed(query: FeedQuery = {}): Promise<EventPage> {
    const asked = askedPrefixes(query)
    checkQuery(query)
    if (asked !== undefined) return await this.#read(feedsOf(asked), query)
    const { names, readUnits } = await this.prefixes()
    const { maxReadUnits = PAGE_READ_UNITS } = query
    const page = await this.#read(feedsOf(names), {
      ...query,
      maxReadUnits: maxReadUnits - readUnits,
    })
    return { ...page, readUnits: page.readUnits + readUnits }
  }

  /**
   * The newest events of one object.
   *
   * @param key the object's key, such as `workout_42`
   */
  async object(key: string, query: EventQuery = {}): Promise<EventPage> {
    checkKey(key)
    checkQuery(query)
    return await this.#read([{ kind: 'object', object: key }], query)
  }

  /**
   * One event, whole.
   *
   * @param object the object's key, such as `workout_42`
   * @param timestamp as a list or a receipt gave it. Milliseconds alone find the first event of that millisecond.
   * @returns undefined where there is none, or where it has expired
   */
  async event(object: string, timestamp: string): Promise<StoredEvent | undefined> {
    checkKey(object)
    return await this.#explained(async () =>
      readEvent(this.#ask, {
        table: this.table,
        object,
        timestamp,
        nowSeconds: this.#nowSeconds(),
      }),
    )
  }

  /**
   * The event of an object before or after another, in the order of commit.
   *
   * @param object the object's key, such as `workout_42`
   * @param timestamp the other event's, as a list or a receipt gave it
   * @returns its timestamp; undefined where there is none, or none within 25 read units: then `searchedTo`
   * says where to go on
   * @example
   * ```ts
   * const { neighbour } = await reader.neighbour('workout_42', event.timestamp, 'next')
   * ```
   */
  async neighbour(object: string, timestamp: string, direction: Direction): Promise<Neighbour> {
    checkKey(object)
    const nowSeconds = this.#nowSeconds()
    const query = { table: this.table, object, timestamp, direction, nowSeconds }
    return await this.#explained(async () => readNeighbour(this.#ask, query))
  }

  /**
   * How many events were stored in each hour, prefix and level, and what they took: counted when they
   * were stored, and read without them.
   *
   * @throws StacktaleError `time-invalid`, for more than 400 days too
   * @example
   * ```ts
   * const { counts, readUnits } = await reader.counts({ from: Date.now() - 86_400_000 })
   * ```
   */
  async counts(query: CountsQuery = {}): Promise<CountsPage> {
    const hours = countedHours(query, this.#clock())
    return await this.#explained(async () =>
      readCounts(this.#ask, { table: this.table, hours, nowSeconds: this.#nowSeconds() }),
    )
  }

  /**
   * Where the table stands against what is free: storage, growth, units, what is left this month, and what
   * it would cost elsewhere. It asks AWS about the table, which costs nothing, and reads the counts of
   * eight days and one event: 4.5 read units for a few writers.
   *
   * Who may not describe the table is told the rest: `billing` is then undefined.
   *
   * @example
   * ```ts
   * const { storage, near } = await reader.standing()
   * console.log(storage.bytes, storage.daysUntilFullWithRetention, near)
   * ```
   */
  async standing(): Promise<Standing> {
    return await this.#explained(async () =>
      readStanding({
        location: { ...this.#location, table: this.table },
        counts: async (query) => await this.counts(query),
        feed: async (query) => await this.feed(query),
        own: () => this.#tally.sum,
        now: this.#clock(),
      }),
    )
  }

  /** Every prefix that has been logged under, in alphabetical order. */
  async prefixes(): Promise<PrefixList> {
    return await this.#explained(async () => {
      const { items, readUnits } = await queryAll(this.#ask, this.table, DIRECTORY_KEY)
      const names = items.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
      return { names: names.toSorted(), readUnits }
    })
  }

  async #read(partitions: readonly Partition[], query: FeedQuery): Promise<EventPage> {
    const range = keyRange(query)
    if (range === undefined) return { events: [], readUnits: 0, looked: 0 }
    const { level, trace, where, limit = DEFAULT_LIMIT, maxReadUnits = PAGE_READ_UNITS } = query
    const share = Math.ceil((limit / Math.max(1, partitions.length)) * 2)
    const window = Math.min(limit, Math.max(SMALLEST_WINDOW, share))
    const base = { table: this.table, range, level, trace, nowSeconds: this.#nowSeconds() }
    const sources = partitions.map((partition) =>
      this.#source({ ...base, partition }, window, where),
    )
    const page = await this.#explained(
      async () => await mergeSources(sources, { limit, maxReadUnits }),
    )
    return { ...page, ...this.#aheadOf(page, range, query) }
  }

  #source(query: PartitionQuery, firstWindow: number, where: EventQuery['where']): EventSource {
    const readPage: ReadPage = (size, start) => queryPartition(this.#ask, query, size, start)
    const unitsAnItem = UNITS_AN_ITEM[query.partition.kind]
    return new EventSource(readPage, { firstWindow, unitsAnItem, where })
  }

  #aheadOf(page: EventPage, range: KeyRange, { from }: EventQuery): Pick<EventPage, 'ahead'> {
    if (page.cursor === undefined) return {}
    const ahead = costAhead({
      later: Math.min(millisecondsOf(range.last), this.#clock()),
      earlier: page.searchedTo ?? millisecondsOf(page.events.at(-1)?.timestamp ?? range.last),
      readUnits: page.readUnits,
      from: from === undefined ? undefined : Number(from),
    })
    return ahead === undefined ? {} : { ahead }
  }

  #nowSeconds(): number {
    return Math.floor(this.#clock() / 1000)
  }

  async #explained<Value>(read: () => Promise<Value>): Promise<Value> {
    try {
      return await read()
    } catch (error) {
      throw serviceError(error, { ...this.#location, table: this.table })
    }
  }
}

function feedsOf(prefixes: readonly string[]): readonly Partition[] {
  return prefixes.map((prefix) => ({ kind: 'feed', prefix }))
}

function checkPace(readUnitsPerSecond: number): void {
  if (readUnitsPerSecond > 0) return
  throw new StacktaleError(
    'option-invalid',
    `"readUnitsPerSecond" must be a number above 0; it is ${String(readUnitsPerSecond)}.`,
  )
}
