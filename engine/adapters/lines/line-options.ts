import type { StartTimer } from './start-timer.ts'

/** How the lines of another logger are kept where they were logged outside of any event. */
export interface LineOptions {
  /** The domain of these events. Default: the name of the logger, such as `pino`. */
  readonly prefix?: string | undefined
  /** The id that they are about. Default: the service's name, or else the machine's. */
  readonly object?: string | undefined
  /** How long lines are gathered into one event, in milliseconds. Default: 1,000. */
  readonly batchMs?: number | undefined
  /** The most lines of such an event. Default: 5,000. */
  readonly batchLines?: number | undefined
  /** The most bytes of such an event, about. Default: 1 MB. */
  readonly batchBytes?: number | undefined
  /** Tells when the time is over. Default: a timer of Node's that keeps no process alive. */
  readonly startTimer?: StartTimer | undefined
}
