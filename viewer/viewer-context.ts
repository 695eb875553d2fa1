import type { RecentCounts } from './counts/recent-counts.ts'
import type { EventReader } from './event-reader.ts'
import type { ReportError } from './report-error.ts'

/** What every page of one viewer is made with. */
export interface ViewerContext {
  readonly reader: EventReader
  /** What was counted of events, as the charts show it. */
  readonly counts: RecentCounts
  readonly clock: () => number
  readonly reportError: ReportError
  /** Where the style sheets and the script are, below the viewer's base: `/assets/3f9a…`. */
  readonly assetsPath: string
}
