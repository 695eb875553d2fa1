import type { Level } from '../../engine/level.ts'
import type { QuickRange } from './quick-range.ts'

/** What a page shows: what its address says after the `?`. */
export interface EventFilters {
  /** A search as it was written. */
  readonly q?: string | undefined
  /** Where the texts of a search are looked for: in whole stories, or else in titles. */
  readonly in?: 'stories' | undefined
  readonly prefix?: string | undefined
  readonly object?: string | undefined
  /** The lowest level an event must have reached. */
  readonly level?: Level | undefined
  readonly range?: QuickRange | undefined
  /** Milliseconds since the epoch, inclusive. */
  readonly from?: number | undefined
  /** Milliseconds since the epoch, inclusive. */
  readonly to?: number | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  /** Of a story: how many depths are unfolded. */
  readonly depth?: number | undefined
  /** Of a trace: whether the stories are read, too. */
  readonly lines?: 'yes' | 'no' | undefined
}

export type FilterName = keyof EventFilters

/** The most characters of a search. */
export const LONGEST_SEARCH = 500
/** Unfolds every depth. */
export const DEEPEST = 99

/** The filters of a page's first part: a cursor belongs to the query that it was given for. */
export function fromTheTop(filters: EventFilters): EventFilters {
  return { ...filters, cursor: undefined }
}
