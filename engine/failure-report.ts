import { configuration } from './configuration.ts'
import type { ErrorCode, StacktaleError } from './errors/stacktale-error.ts'

const INTERVAL_MS = 60_000

const last = new Map<ErrorCode, { readonly at: number; held: number }>()

/**
 * The one place for what a logger may not throw: the application's `onFailure`, or else a line on
 * standard error, each code at most once a minute.
 */
export function reportFailure(error: StacktaleError): void {
  const { onFailure } = configuration()
  if (onFailure === undefined) print(error)
  else callSafely(onFailure, error)
}

/** The same at the process's end, where no later minute would say what was held back. */
export function reportLastFailure(error: StacktaleError): void {
  last.delete(error.code)
  reportFailure(error)
}

function callSafely(onFailure: (error: StacktaleError) => void, error: StacktaleError): void {
  try {
    onFailure(error)
  } catch {
    print(error)
  }
}

function print(error: StacktaleError): void {
  const now = performance.now()
  const before = last.get(error.code)
  if (before !== undefined && now - before.at < INTERVAL_MS) {
    before.held += 1
    return
  }
  const held =
    before === undefined || before.held === 0 ? '' : ` (and ${before.held} times more since)`
  last.set(error.code, { at: now, held: 0 })
  process.stderr.write(`stacktale [${error.code}]: ${error.message}${held}\n`)
}
