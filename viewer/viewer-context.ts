import type { AuditEntry } from '../engine/adapters/audit/audit-entry.ts'
import type { RecentCounts } from './counts/recent-counts.ts'
import type { EventReader } from './event-reader.ts'
import type { ReportError } from './report-error.ts'

/** What every page of one viewer is made with. */
export interface ViewerContext {
  readonly reader: EventReader
  readonly clock: () => number
  readonly reportError: ReportError
  /** Tells who looked at what, where somebody wants to know; it never throws. */
  readonly audit: (entry: AuditEntry) => void
  /** Where the style sheets and the script are, below the viewer's base: `/assets/3f9a…`. */
  readonly assetsPath: string
}

/** What the pages of one role are made with: nothing that they remember comes from another. */
export interface PagesContext extends ViewerContext {
  /** What was counted of events, as the charts show it. */
  readonly counts: RecentCounts
}
