import { Buffer } from 'node:buffer'
import type { CountedEvent } from '../../engine/counters/counts.ts'
import { Counts } from '../../engine/counters/counts.ts'
import type { TableStatus } from '../../engine/table/table-status.ts'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { EventSummary } from '../../engine/event.ts'
import { millisecondsOf, stepsOf } from '../../engine/item/timestamp.ts'
import { isAtLeast } from '../../engine/level.ts'
import type { CountsPage, CountsQuery } from '../../engine/table/counts-query.ts'
import { countedHours } from '../../engine/table/counts-query.ts'
import type {
  PrefixList,
  EventPage,
  EventQuery,
  FeedQuery,
  StoredEvent,
} from '../../engine/table/event-page.ts'
import type { Standing } from '../../engine/table/standing/standing.ts'
import { standingOf } from '../../engine/table/standing/standing-of.ts'
import type { Direction, Neighbour } from '../../engine/table/neighbour.ts'
import type { EventReader } from '../../viewer/index.ts'

export type SampleEvent = Omit<StoredEvent, 'readUnits'>

/** A table's events held in memory: read as a TableReader reads them, for half a unit a page. */
export class MemoryReader implements EventReader {
  readonly table: string = 'stacktale'
  readonly #events: readonly SampleEvent[]
  /** What AWS would report, where a test says so. */
  status: TableStatus | undefined

  constructor(events: readonly SampleEvent[]) {
    this.#events = events.toSorted((a, b) => (stepsOf(a.timestamp) > stepsOf(b.timestamp) ? -1 : 1))
  }

  async feed(query: FeedQuery = {}): Promise<EventPage> {
    const { prefix, prefixes, trace } = query
    return page(
      this.#events.filter(
        (event) =>
          (prefix === undefined || event.prefix === prefix) &&
          (prefixes === undefined || prefixes.includes(event.prefix)) &&
          (trace === undefined || event.trace === trace),
      ),
      query,
    )
  }

  async object(key: string, query: EventQuery = {}): Promise<EventPage> {
    return page(
      this.#events.filter(({ object }) => object === key),
      query,
    )
  }

  async event(object: string, timestamp: string): Promise<StoredEvent | undefined> {
    const found = this.#events.find(
      (event) => event.object === object && event.timestamp === timestamp,
    )
    return found && { ...found, readUnits: 0.5 }
  }

  async neighbour(object: string, timestamp: string, direction: Direction): Promise<Neighbour> {
    const at = stepsOf(timestamp)
    const own = this.#events.filter((event) => event.object === object)
    const found =
      direction === 'next'
        ? own.findLast((event) => stepsOf(event.timestamp) > at)
        : own.find((event) => stepsOf(event.timestamp) < at)
    return { neighbour: found?.timestamp, readUnits: 0.5 }
  }

  async prefixes(): Promise<PrefixList> {
    const names = [...new Set(this.#events.map(({ prefix }) => prefix))].toSorted()
    return { names, readUnits: 0.5 }
  }

  async counts(query: CountsQuery = {}): Promise<CountsPage> {
    const { first, last } = countedHours(query, Date.now())
    const sum = new Counts()
    for (const event of this.#events) sum.add(countedOf(event))
    const counts = [...sum].filter(({ hour }) => hour >= first && hour <= last)
    return { counts, readUnits: 0.5, unreadable: 0 }
  }

  async standing(): Promise<Standing> {
    const newest = this.#events[0]
    const now = newest === undefined ? 0 : millisecondsOf(newest.timestamp)
    const { counts, readUnits } = await this.counts({ from: now - 7 * 86_400_000, to: now })
    return standingOf({
      table: this.table,
      now,
      status: this.status,
      counts,
      retentionDays: 30,
      own: { since: now, readUnits: 12, mostInAnHour: 12 },
      readUnits,
    })
  }
}

function countedOf(event: SampleEvent): CountedEvent {
  const bytes = Buffer.byteLength(event.text)
  const writeUnits = 2
  const milliseconds = millisecondsOf(event.timestamp)
  return { ...event, milliseconds, lines: event.lines.length, bytes, writeUnits }
}

function page(events: readonly SampleEvent[], query: EventQuery): EventPage {
  const { limit = 100, cursor, from = 0, to = Infinity, level = 'debug' } = query
  const before = cursor === undefined ? undefined : decode(cursor)
  const matching = events.filter((event) => {
    const ms = millisecondsOf(event.timestamp)
    return (
      ms >= Number(from) &&
      ms <= Number(to) &&
      isAtLeast(event.level, level) &&
      (before === undefined || stepsOf(event.timestamp) < stepsOf(before))
    )
  })
  const wanted = matching.map(summaryOf).filter(query.where ?? (() => true))
  const shown = wanted.slice(0, limit)
  const last = shown.at(-1)
  return {
    events: shown,
    looked: matching.length,
    readUnits: 0.5 + shown.length / 50,
    ...(wanted.length > shown.length && last && { cursor: encode(last.timestamp) }),
  }
}

function summaryOf({ lines, text: _text, damage: _damage, ...header }: SampleEvent): EventSummary {
  return { ...header, lines: lines.length }
}

function encode(timestamp: string): string {
  return Buffer.from(`1${timestamp}`).toString('base64url')
}

function decode(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (/^1\d+(\.\d+)?$/.test(text)) return text.slice(1)
  throw new StacktaleError(
    'cursor-invalid',
    'This cursor is not one that an earlier page gave, or it was cut. Start again without a cursor.',
  )
}
