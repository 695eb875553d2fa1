import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import { reportFailure, reportLastFailure } from '../failure-report.ts'
import { commitBatches } from '../open-batches.ts'
import type { Receipt } from '../sinks/sink.ts'
import { announceLedger } from './announce-ledger.ts'
import { Dispatcher } from './dispatcher.ts'
import type { FlushUntil } from './flushes.ts'
import { exitTimeoutMs } from './in-force.ts'
import type { Ledger } from './ledger.ts'

const DEFAULT_TIMEOUT_MS = 10_000

const dispatcher = new Dispatcher({
  report: reportFailure,
  onChange: () => announceLedger(ledger),
})
let hasEnded = false
/** How long the process's end was held up so far: what is committed after it has to make do with the rest. */
let heldUpMs = 0

/** How to flush. */
export interface FlushOptions {
  /** How long to wait at most, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number
  /** Whether each event has to be stored, or at least on disk. Default: `stored`. */
  readonly until?: FlushUntil
}

/** Hands an event over to be stored where the options in force say. */
export function deliver(event: LogEvent): Promise<Receipt> {
  const receipt = dispatcher.deliver(event)
  if (hasEnded) endDelivery()
  return receipt
}

/** Sends what processes that ended left in the journal. */
export function recoverJournal(): void {
  dispatcher.recover()
}

/**
 * Waits until what was committed is stored, or has had its tries and is kept. What pino, winston or
 * the console logged outside of events is committed before.
 *
 * @returns the ledger: `inFlight` is 0 when everything is stored, or safe on disk. It never rejects.
 * @example
 * ```ts
 * const { inFlight } = await flush({ timeoutMs: 5_000 })
 * ```
 */
export async function flush({
  timeoutMs = DEFAULT_TIMEOUT_MS,
  until = 'stored',
}: FlushOptions = {}): Promise<Ledger> {
  commitBatches()
  await dispatcher.flush(timeoutMs, until)
  return ledger()
}

/** Where every event is that was committed so far. */
export function ledger(): Ledger {
  return dispatcher.ledger
}

/** In the handler of the process's `beforeExit`: puts what the application's own thread counted. */
export function putCountsAtEnd(): void {
  void dispatcher.putCounts(exitTimeoutMs())
}

/** In the handler of the process's `exit`: stands still until everything is safe, or says what is not. */
export function endDelivery(): void {
  hasEnded = true
  if (ledger().inFlight === 0 && dispatcher.isCounted) return
  const timeoutMs = exitTimeoutMs()
  const startedAt = performance.now()
  const left = dispatcher.endSync(Math.max(0, timeoutMs - heldUpMs))
  heldUpMs += performance.now() - startedAt
  if (left === 0) return
  reportLastFailure(
    new StacktaleError(
      'event-dropped',
      `The process ended with ${left} events that could not be stored within ${timeoutMs} ms, and they are lost. Await flush() before the end, raise configure({ exitTimeoutMs }), or keep a journal: configure({ journal }).`,
    ),
  )
}
