import type { EventSummary } from '../../engine/event.ts'
import { millisecondsOf, stepsOf } from '../../engine/item/timestamp.ts'
import { LATE_EVENTS_MS } from '../../engine/table/late-events.ts'
import type { TableReader } from '../../engine/table/table-reader.ts'
import type { EventFilters } from '../../viewer/query/event-filters.ts'

type FeedReader = Pick<TableReader, 'feed' | 'prefixes'>

/** A prefix that nobody has logged under before is found with so many looks. */
const DIRECTORY_EVERY = 12
const PAGE = 1000

/** Looks at the feeds for what is new. A look takes half a read unit for each prefix, and what is new. */
export class FeedWatch {
  readonly #reader: FeedReader
  readonly #filters: EventFilters
  readonly #clock: () => number
  readonly #seen = new Set<string>()
  /** When the feed of each prefix was read last. */
  #lookedAt: ReadonlyMap<string, number> = new Map()
  #prefixes: readonly string[] = []
  #directoryReadAt: number | undefined
  polls = 0
  readUnits = 0

  constructor(reader: FeedReader, filters: EventFilters, clock: () => number = Date.now) {
    this.#reader = reader
    this.#filters = filters
    this.#clock = clock
  }

  /** What is there already is not new. */
  async begin(): Promise<void> {
    await this.poll()
  }

  /** The events that have come since the last look, oldest first. */
  async poll(): Promise<readonly EventSummary[]> {
    const now = this.#clock()
    const before = this.#directoryReadAt ?? now
    const hasReadDirectory = await this.#findPrefixes()
    this.polls += 1
    const lookBackTo = (prefix: string): number =>
      Math.max(0, (this.#lookedAt.get(prefix) ?? before) - LATE_EVENTS_MS)
    const found: EventSummary[] = []
    for (const prefix of this.#prefixes) {
      found.push(...(await this.#eventsSince(lookBackTo(prefix), prefix)))
    }
    const fresh = found.filter(({ timestamp }) => !this.#seen.has(timestamp))
    for (const { timestamp } of fresh) this.#seen.add(timestamp)
    this.#forgetBefore(now - LATE_EVENTS_MS)
    // Only now: what a failure kept from being shown has to be found again.
    if (hasReadDirectory) this.#directoryReadAt = now
    this.#lookedAt = new Map(this.#prefixes.map((prefix) => [prefix, now]))
    return fresh.toSorted((a, b) => (stepsOf(a.timestamp) < stepsOf(b.timestamp) ? -1 : 1))
  }

  /** @returns whether the directory was read */
  async #findPrefixes(): Promise<boolean> {
    const { prefix } = this.#filters
    if (prefix !== undefined) this.#prefixes = [prefix]
    if (prefix !== undefined || this.polls % DIRECTORY_EVERY !== 0) return false
    const { names, readUnits } = await this.#reader.prefixes()
    this.#prefixes = names
    this.readUnits += readUnits
    return true
  }

  #forgetBefore(time: number): void {
    for (const timestamp of this.#seen) {
      if (millisecondsOf(timestamp) < time) this.#seen.delete(timestamp)
    }
  }

  async #eventsSince(from: number, prefix: string): Promise<readonly EventSummary[]> {
    const { level } = this.#filters
    const found: EventSummary[] = []
    let cursor: string | undefined
    do {
      const page = await this.#reader.feed({
        prefix,
        from,
        limit: PAGE,
        ...(level !== undefined && { level }),
        ...(cursor !== undefined && { cursor }),
      })
      found.push(...page.events)
      this.readUnits += page.readUnits
      ;({ cursor } = page)
    } while (cursor !== undefined)
    return found
  }
}
