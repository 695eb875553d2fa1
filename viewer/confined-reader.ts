import type { CountsPage, CountsQuery } from '../engine/table/counts-query.ts'
import type {
  EventPage,
  EventQuery,
  FeedQuery,
  PrefixList,
  StoredEvent,
} from '../engine/table/event-page.ts'
import type { Direction, Neighbour } from '../engine/table/neighbour.ts'
import { splitObjectKey } from '../engine/item/object-key.ts'
import type { EventReader } from './event-reader.ts'

const NOTHING: EventPage = { events: [], readUnits: 0 }
const NO_NEIGHBOUR: Neighbour = { neighbour: undefined, readUnits: 0 }

/**
 * Reads the events of some prefixes only. What lies under others is not read, and is as good as missing:
 * this is the one place that keeps what somebody may not see from every page.
 */
export class ConfinedReader implements EventReader {
  readonly table: string
  readonly #reader: EventReader
  readonly #prefixes: readonly string[]

  constructor(reader: EventReader, prefixes: readonly string[]) {
    this.table = reader.table
    this.#reader = reader
    this.#prefixes = prefixes
  }

  async feed(query: FeedQuery = {}): Promise<EventPage> {
    const { prefix, prefixes = this.#prefixes } = query
    const asked = prefix === undefined ? prefixes : [prefix]
    const visible = asked.filter((each) => this.#isVisible(each))
    if (visible.length === 0) return NOTHING
    return this.#visibleOf(await this.#reader.feed({ ...query, prefixes: visible }))
  }

  async object(key: string, query?: EventQuery): Promise<EventPage> {
    if (!this.#isVisible(splitObjectKey(key)?.prefix)) return NOTHING
    return this.#visibleOf(await this.#reader.object(key, query))
  }

  async event(object: string, timestamp: string): Promise<StoredEvent | undefined> {
    if (!this.#isVisible(splitObjectKey(object)?.prefix)) return undefined
    const event = await this.#reader.event(object, timestamp)
    return this.#isVisible(event?.prefix) ? event : undefined
  }

  async neighbour(object: string, timestamp: string, direction: Direction): Promise<Neighbour> {
    if (!this.#isVisible(splitObjectKey(object)?.prefix)) return NO_NEIGHBOUR
    return await this.#reader.neighbour(object, timestamp, direction)
  }

  async prefixes(): Promise<PrefixList> {
    const { names, readUnits } = await this.#reader.prefixes()
    return { names: names.filter((name) => this.#isVisible(name)), readUnits }
  }

  async counts(query?: CountsQuery): Promise<CountsPage> {
    const page = await this.#reader.counts(query)
    return { ...page, counts: page.counts.filter(({ prefix }) => this.#isVisible(prefix)) }
  }

  /** What is asked for is not all that is made sure of: a reader of one's own may not know `prefixes`. */
  #visibleOf(page: EventPage): EventPage {
    return { ...page, events: page.events.filter(({ prefix }) => this.#isVisible(prefix)) }
  }

  #isVisible(prefix: string | undefined): boolean {
    return prefix !== undefined && this.#prefixes.includes(prefix)
  }
}
