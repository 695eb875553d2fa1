import { StacktaleError } from '../engine/errors/stacktale-error.ts'
import { TableReader } from '../engine/table/table-reader.ts'
import { SHARED_READ_UNITS_PER_SECOND } from '../engine/table/read-pace.ts'
import type { Audit } from './audit/audit-option.ts'
import type { AuthOption } from './auth/auth-options.ts'
import type { EventReader } from './event-reader.ts'
import type { ReportError } from './report-error.ts'
import { sharedReads } from './shared-reads.ts'

/** How a viewer is set up. Every option but `auth` may be left out. */
export interface ViewerOptions {
  /**
   * Who may look: `{ password }` or `{ users }` with hashes of passwords, for the viewer's own sign-in
   * page; a function that says which of your own users asks; or `false` for whoever reaches the viewer,
   * where something around it decides that.
   */
  readonly auth: AuthOption
  /** The table to read. Default: `STACKTALE_TABLE`, else `stacktale`. */
  readonly table?: string | undefined
  /** Default: AWS's own settings, such as `AWS_REGION`. */
  readonly region?: string | undefined
  /** Default: AWS's own settings, such as `AWS_ENDPOINT_URL_DYNAMODB`. */
  readonly endpoint?: string | undefined
  /**
   * How fast to read: units a second of the table and as many of its index. Default: 6, by which two
   * processes that read share a free table's units. `Infinity` for a table on demand.
   */
  readonly readUnitsPerSecond?: number | undefined
  /** Reads the events, in place of a `TableReader` made from table, region and endpoint. */
  readonly reader?: EventReader | undefined
  /**
   * The names in the `Host` header that are answered, each with or without a port; without one, any
   * port. Default: `localhost`, `127.0.0.1` and `[::1]`, so that no other site's name can be pointed
   * at a viewer on this machine. `['*']` answers every name; it takes an `auth` other than false.
   */
  readonly allowedHosts?: readonly string[] | undefined
  /**
   * The proxies whose `X-Forwarded-For`, `-Proto` and `-Host` are believed: how many there are in front,
   * or their addresses, such as `['10.0.0.0/8']` or `['loopback']`. Default: none; mounted, as the
   * application around the viewer does.
   */
  readonly trustProxy?: number | readonly string[] | undefined
  /** Told who signed in and out, and who looked at what, as by `auditEvents()`. Default: nobody is. */
  readonly audit?: Audit | undefined
  /** Told of every error that the page hides behind an id. Default: writes it to standard error. */
  readonly onError?: ReportError | undefined
  /** The time, in milliseconds since the epoch. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/** @throws StacktaleError `option-invalid` where both a reader and the place of a table are given */
export function readerOf(options: Omit<ViewerOptions, 'auth'>): EventReader {
  const { reader, table, region, endpoint, readUnitsPerSecond } = options
  if (reader === undefined) {
    const pace = readUnitsPerSecond ?? SHARED_READ_UNITS_PER_SECOND
    return sharedReads(new TableReader({ table, region, endpoint, readUnitsPerSecond: pace }))
  }
  const ofTable = [table, region, endpoint, readUnitsPerSecond]
  if (ofTable.every((option) => option === undefined)) return reader
  throw new StacktaleError(
    'option-invalid',
    'The viewer was given both "reader" and "table", "region", "endpoint" or "readUnitsPerSecond". A reader knows its own table: pass one or the other.',
  )
}
