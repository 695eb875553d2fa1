import type { Count } from '../../counters/counts.ts'
import { DAY_MS, dayOf } from '../../hours.ts'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import { retentionDays } from '../../item/retention.ts'
import type { TableLocation } from '../client.ts'
import type { CountsPage, CountsQuery } from '../counts-query.ts'
import type { EventPage, FeedQuery } from '../event-page.ts'
import type { ReadByProcess } from '../read-tally.ts'
import type { TableStatus } from '../table-status.ts'
import { tableStatus } from '../table-status.ts'
import { RATE_DAYS } from './counted-time.ts'
import type { Standing } from './standing.ts'
import { standingOf } from './standing-of.ts'

/** What reads the table. */
interface Source {
  readonly location: TableLocation & { readonly table: string }
  readonly counts: (query: CountsQuery) => Promise<CountsPage>
  readonly feed: (query: FeedQuery) => Promise<EventPage>
  readonly own: () => ReadByProcess
  readonly now: number
}

/**
 * Reads what tells where a table stands: its description, which costs nothing, the counts of the last
 * days, and the newest event of the busiest prefix, which says how long events are kept.
 */
export async function readStanding({
  location,
  counts,
  feed,
  own,
  now,
}: Source): Promise<Standing> {
  const from = dayOf(now) - RATE_DAYS * DAY_MS
  const [status, page] = await Promise.all([statusOf(location), counts({ from, to: now })])
  const prefix = busiestPrefix(page.counts)
  const newest = prefix === undefined ? undefined : await feed({ prefix, limit: 1 })
  return standingOf({
    table: location.table,
    now,
    status,
    counts: page.counts,
    retentionDays: retentionOf(newest),
    own: own(),
    readUnits: page.readUnits + (newest?.readUnits ?? 0),
  })
}

/** @returns undefined where these credentials may not describe the table */
async function statusOf(location: Source['location']): Promise<TableStatus | undefined> {
  try {
    return await tableStatus(location)
  } catch (error) {
    if (error instanceof StacktaleError && error.code === 'access-denied') return undefined
    throw error
  }
}

function busiestPrefix(counts: readonly Count[]): string | undefined {
  const bytes = new Map<string, number>()
  for (const { prefix, bytes: more } of counts) bytes.set(prefix, (bytes.get(prefix) ?? 0) + more)
  return [...bytes].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

function retentionOf(newest: EventPage | undefined): number | null | undefined {
  const [event] = newest?.events ?? []
  const days = event === undefined ? undefined : retentionDays(event)
  return typeof days === 'number' ? Math.round(days * 100) / 100 : days
}
