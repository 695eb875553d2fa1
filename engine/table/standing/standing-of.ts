import type { Count } from '../../counters/counts.ts'
import { DAY_MS } from '../../hours.ts'
import {
  dollarsAMonth,
  FREE_STORAGE_BYTES,
  FREE_UNITS,
  onDemandDollars,
  storageDollarsAMonth,
} from '../free-tier.ts'
import type { ReadByProcess } from '../read-tally.ts'
import type { TableStatus } from '../table-status.ts'
import { bytesStoredFor, countedTime, peakOf } from './counted-time.ts'
import { costElsewhere } from './elsewhere.ts'
import { growthOf } from './growth.ts'
import { nearLimits } from './near-limits.ts'
import { RAW_BYTES_A_LINE } from './prices.ts'
import { reportedBytes, unitsTogether } from './reported.ts'
import { roomLeft } from './room-left.ts'
import type { CountedTime, Standing, StorageStanding } from './standing.ts'

const MONTH_DAYS = 30

/** What is known of a table. */
export interface Facts {
  readonly table: string
  readonly now: number
  /** Undefined where the table may not be described. */
  readonly status: TableStatus | undefined
  /** Of the last full days and today. */
  readonly counts: readonly Count[]
  /** Days after which the newest event expires; null for never; undefined where that is not known. */
  readonly retentionDays: number | null | undefined
  readonly own: ReadByProcess
  readonly readUnits: number
}

/** Where a table stands, worked out of what is known of it. */
export function standingOf(facts: Facts): Standing {
  const { table, now, status, counts, retentionDays, own, readUnits } = facts
  const counted = countedTime(counts, now, averageEntryBytes(status))
  const days = counted === undefined ? 1 : (counted.to - counted.from) / DAY_MS
  const bytesADay = (counted?.storedBytes ?? 0) / days
  const retention = { days: retentionDays, isOn: expires(status) }
  const stored = storedBytes(status, counts)
  const growth = growthOf(stored.bytes, bytesADay, retention)
  const units = unitsTogether(status)
  const peak = peakOf(counts)
  const unitsAMonth = ((counted?.writeUnits ?? 0) / days) * MONTH_DAYS
  const month = monthOf(counted, days)
  return {
    table,
    at: now,
    billing: status?.billing,
    counted,
    storage: { ...stored, freeBytes: FREE_STORAGE_BYTES, bytesADay, ...growth },
    retention,
    writes: {
      provisioned: units?.write,
      free: FREE_UNITS.write,
      perSecond: ((counted?.writeUnits ?? 0) / days / DAY_MS) * 1000,
      peak,
    },
    reads: { provisioned: units?.read, free: FREE_UNITS.read, own },
    left: roomLeft(counted, stored.bytes, freeWrites(status), now),
    month,
    dollars:
      storageDollarsAMonth(stored.bytes) +
      (units === undefined ? 0 : dollarsAMonth(units)) +
      (status?.billing === 'on-demand' ? onDemandDollars(unitsAMonth) : 0),
    elsewhere: costElsewhere(month, retentionDays ?? null),
    near: nearLimits({
      storedBytes: stored.bytes,
      daysUntilFull: growth.daysUntilFullWithRetention,
      peakUnits: peak?.perSecond ?? 0,
      provisionedUnits: units?.write,
    }),
    readUnits,
  }
}

/** What AWS counted; where it has not yet, what the events of the last days take. */
function storedBytes(
  status: TableStatus | undefined,
  counts: readonly Count[],
): Pick<StorageStanding, 'bytes' | 'source'> {
  if (status !== undefined && status.items > 0) {
    return { bytes: reportedBytes(status), source: 'reported' }
  }
  if (counts.length > 0) return { bytes: bytesStoredFor(counts), source: 'counted' }
  return { bytes: 0, source: status === undefined ? 'unknown' : 'reported' }
}

function averageEntryBytes(status: TableStatus | undefined): number | undefined {
  const { feed } = status ?? {}
  return feed === undefined || feed.items === 0 ? undefined : feed.bytes / feed.items
}

/** Write units a second that cost nothing: on demand there are none. */
function freeWrites(status: TableStatus | undefined): number {
  if (status?.billing === 'on-demand') return 0
  return Math.min(unitsTogether(status)?.write ?? FREE_UNITS.write, FREE_UNITS.write)
}

function expires(status: TableStatus | undefined): boolean | undefined {
  if (status === undefined || status.expiry === 'unsupported') return undefined
  return status.expiry === 'enabled'
}

function monthOf(counted: CountedTime | undefined, days: number): Standing['month'] {
  const { events = 0, lines = 0 } = counted ?? {}
  const linesAMonth = Math.round((lines / days) * MONTH_DAYS)
  return {
    events: Math.round((events / days) * MONTH_DAYS),
    lines: linesAMonth,
    rawBytes: linesAMonth * RAW_BYTES_A_LINE,
  }
}
