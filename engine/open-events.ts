import { endDelivery, putCountsAtEnd } from './delivery/index.ts'
import { StacktaleError } from './errors/stacktale-error.ts'
import { reportFailure } from './failure-report.ts'
import { commitBatches } from './open-batches.ts'

/** More than this many events open at a time are taken for events that nobody commits. */
const MOST_OPEN = 20_000

type End = () => void

/** What ends each event that has lines and was not committed yet, the oldest first. */
const open = new Set<End>()
let isListening = false

/** From now on, what is left at the process's end is stored then. */
export function listenToEnd(): void {
  if (isListening) return
  isListening = true
  process.on('beforeExit', () => {
    commitOpen()
    putCountsAtEnd()
  })
  process.on('exit', () => {
    commitOpen()
    endDelivery()
  })
}

/** Remembers an event that was opened, so that it is stored even if nobody commits it. */
export function rememberOpen(end: End): void {
  listenToEnd()
  open.add(end)
  if (open.size > MOST_OPEN) endOldest()
}

export function forgetOpen(end: End): void {
  open.delete(end)
}

/** Commits what is open because the process ends: batches of lines, and the rest as unfinished. */
export function commitOpen(): void {
  commitBatches()
  for (const end of open) {
    open.delete(end)
    end()
  }
}

function endOldest(): void {
  const oldest = open.values().next().value
  if (oldest === undefined) return
  open.delete(oldest)
  oldest()
  reportFailure(
    new StacktaleError(
      'event-unfinished',
      `More than ${MOST_OPEN} events are open, so the oldest was stored as it was, marked unfinished. Call commit() on every logger, or use "await using".`,
    ),
  )
}
