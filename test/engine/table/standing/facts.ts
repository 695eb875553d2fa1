import type { Count } from '../../../../engine/counters/counts.ts'
import type { Facts } from '../../../../engine/table/standing/standing-of.ts'
import type { TableStatus } from '../../../../engine/table/table-status.ts'

/** What was counted of an hour; each part has a default. */
export function countOf(given: Partial<Count>): Count {
  return {
    hour: 0,
    prefix: 'workout',
    level: 'info',
    events: 1,
    lines: 40,
    bytes: 1_300,
    writeUnits: 3,
    durations: [],
    ...given,
  }
}

/** A table as AWS reports it: so many events of 1,300 bytes, with entries of 180. */
export function statusOf(events: number, given: Partial<TableStatus> = {}): TableStatus {
  return {
    table: 'stacktale',
    state: 'ACTIVE',
    keys: ['object', 'timestamp'],
    items: events,
    bytes: events * 1_300,
    billing: 'provisioned',
    expiry: 'enabled',
    units: { write: 13, read: 12 },
    feed: {
      state: 'ACTIVE',
      keys: ['prefix', 'timestamp'],
      items: events,
      bytes: events * 180,
      attributes: [],
      units: { write: 12, read: 13 },
    },
    ...given,
  }
}

/** What is known of a table, as far as it is not given. */
export function factsOf(given: Partial<Facts>): Facts {
  return {
    table: 'stacktale',
    now: Date.UTC(2026, 10, 21, 10),
    status: undefined,
    counts: [],
    retentionDays: 30,
    own: { since: 0, readUnits: 0, mostInAnHour: 0 },
    readUnits: 4.5,
    ...given,
  }
}
