import type { ReadByProcess } from '../read-tally.ts'
import type { CostElsewhere } from './elsewhere.ts'
import type { NearLimit } from './near-limits.ts'

/** Where a table stands against what is free. Times are in milliseconds since the epoch. */
export interface Standing {
  readonly table: string
  readonly at: number
  /** How the table is paid for; undefined where it may not be described. */
  readonly billing: 'provisioned' | 'on-demand' | undefined
  /** What all rates are of; undefined where nothing was counted. */
  readonly counted: CountedTime | undefined
  readonly storage: StorageStanding
  readonly retention: Retention
  readonly writes: WriteStanding
  readonly reads: ReadStanding
  /** What still fits this month within what is free; undefined where nothing was counted. */
  readonly left: RoomLeft | undefined
  /** A month of 30 days at the present rate. */
  readonly month: MonthOfEvents
  /** What that month costs in DynamoDB, in dollars, at the prices of us-east-1. */
  readonly dollars: number
  /** What that month would cost elsewhere. */
  readonly elsewhere: readonly CostElsewhere[]
  /** The limits that are near; empty as a rule. */
  readonly near: readonly NearLimit[]
  /** What reading all this cost. */
  readonly readUnits: number
}

/** The last seven full days, or what there is. */
export interface CountedTime {
  readonly from: number
  readonly to: number
  readonly events: number
  readonly lines: number
  readonly writeUnits: number
  /** What the events take of the storage, with their entries in the index and all overheads, about. */
  readonly storedBytes: number
}

export interface StorageStanding {
  /** Table and index, with the 100 bytes that each item and each entry takes beside its own. */
  readonly bytes: number
  /**
   * `reported` by AWS, which counts about every six hours; `counted` where AWS has not counted yet: what
   * the events of the last days add up to; `unknown` where there is neither.
   */
  readonly source: 'reported' | 'counted' | 'unknown'
  readonly freeBytes: number
  readonly bytesADay: number
  /** Days until what is free is full, if nothing expired; null for never. */
  readonly daysUntilFull: number | null
  /** The same with what expires; null for never. */
  readonly daysUntilFullWithRetention: number | null
  /** Where what expires balances what is added; null where nothing expires. */
  readonly levelsOffAtBytes: number | null
}

export interface Retention {
  /** Days after which the newest event expires; null for never; undefined where that is not known. */
  readonly days: number | null | undefined
  /** Whether the table removes what has expired; undefined where that is not known. */
  readonly isOn: boolean | undefined
}

export interface WriteStanding {
  /** Of table and index together; undefined on demand. */
  readonly provisioned: number | undefined
  readonly free: number
  readonly perSecond: number
  /** The busiest hour, as its average a second; shorter peaks are not counted. */
  readonly peak: { readonly hour: number; readonly perSecond: number } | undefined
}

export interface ReadStanding {
  /** Of table and index together; undefined on demand. */
  readonly provisioned: number | undefined
  readonly free: number
  /** What this process has read of the table, and the most in an hour. Others are not known. */
  readonly own: ReadByProcess
}

export interface RoomLeft {
  /** The end of the month, in UTC. */
  readonly until: number
  readonly events: number
  readonly lines: number
  /** Which ends first. What expires until then is left out of account. */
  readonly bound: 'storage' | 'writes'
}

export interface MonthOfEvents {
  readonly events: number
  readonly lines: number
  /** What the lines would be elsewhere, a record each. */
  readonly rawBytes: number
}
