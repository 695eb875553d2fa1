import { Buffer } from 'node:buffer'
import type { EventQuery, FeedQuery } from '../engine/table/event-page.ts'
import type { EventReader } from './event-reader.ts'
import { ShortMemory } from './short-memory.ts'

/** Lists may gain events. */
const LISTS_MS = 2_000
/** An event never changes, but it may be erased. */
const EVENTS_MS = 10_000
const MOST_BYTES = 4 * 1024 * 1024

interface Priced {
  readonly readUnits: number
}

type Read<Given extends readonly unknown[], Value> = (...given: Given) => Promise<Value>

/**
 * A reader that asks the same once: requests alike that are under way share one read, and its answer
 * is given again for some seconds, so that many readers of one page cost what one does. Where nothing
 * was read for an answer, its `readUnits` are 0.
 *
 * @param clock milliseconds from any beginning. Default: `performance.now`
 * @example
 * ```ts
 * const reader = sharedReads(new TableReader({ table: 'stacktale' }))
 * ```
 */
export function sharedReads(
  reader: EventReader,
  clock: () => number = () => performance.now(),
): EventReader {
  function shared<Given extends readonly unknown[], Value extends Priced | undefined>(
    keepMs: number,
    read: Read<Given, Value>,
  ): Read<Given, Value> {
    const memory = new ShortMemory<Value>({ clock, keepMs, mostBytes: MOST_BYTES, bytesOf })
    return async (...given) => {
      const key = JSON.stringify(given)
      const { value, isFirst } = await memory.recall(key, async () => await read(...given))
      return isFirst || value === undefined ? value : { ...value, readUnits: 0 }
    }
  }

  const standing = reader.standing?.bind(reader)
  const feed = shared(LISTS_MS, async (query?: FeedQuery) => await reader.feed(query))
  const object = shared(
    LISTS_MS,
    async (key: string, query?: EventQuery) => await reader.object(key, query),
  )

  return {
    table: reader.table,
    // Two conditions cannot be told alike.
    feed: async (query) => await (query?.where === undefined ? feed(query) : reader.feed(query)),
    object: async (key, query) =>
      await (query?.where === undefined ? object(key, query) : reader.object(key, query)),
    event: shared(EVENTS_MS, async (object, timestamp) => await reader.event(object, timestamp)),
    neighbour: shared(
      LISTS_MS,
      async (object, timestamp, direction) => await reader.neighbour(object, timestamp, direction),
    ),
    prefixes: shared(LISTS_MS, async () => await reader.prefixes()),
    counts: shared(LISTS_MS, async (query) => await reader.counts(query)),
    ...(standing !== undefined && { standing: shared(LISTS_MS, standing) }),
  }
}

/** Objects take about as much again as the JSON that says the same. */
function bytesOf(value: unknown): number {
  return value === undefined ? 0 : 2 * Buffer.byteLength(JSON.stringify(value))
}
