import type { EngineSettings } from './engine-settings.ts'
import type { Side } from './side.ts'

/** Two sides that do the same work, and how much slower ours may be. */
export interface Comparison {
  readonly what: string
  readonly against: string
  /** Makes both sides anew. */
  readonly sides: () => { readonly ours: Side; readonly theirs: Side }
  /** How many units of work a burst is; the time is told for one. Default: a line each of the texts. */
  readonly perBurst?: number
  /** How many lines arrive from a burst, on each side. Default: a line each of the texts. */
  readonly lines?: number
  /** How many calls of the application's are on the stack. Default: 20. */
  readonly frames?: number
  /** Whether the event loop turns after each burst, to let buffers drain. Default: true. */
  readonly yields?: boolean
  readonly settings?: EngineSettings
  /** Ours over theirs, at most. */
  readonly bar?: number | undefined
}

/** Comparisons that belong together, and the work that both sides of them do, in words. */
export interface Group {
  readonly title: string
  readonly work: string
  readonly comparisons: readonly Comparison[]
}
