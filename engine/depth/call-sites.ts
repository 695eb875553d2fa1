/** Deep enough for recursion, bounded so that a runaway one costs no more than it must. */
const MOST_FRAMES = 2000

/** A function of the engine's: the calls that it was made by lie above it. */
export type Caller = (...parameters: never[]) => unknown

/** The settings of V8's stack traces, which belong to the whole process. */
const settings: { prepareStackTrace?: unknown; stackTraceLimit: number } = Error

export const NO_SITES: readonly NodeJS.CallSite[] = []

/**
 * The calls on the stack above a function, innermost first, as V8 describes them. Other people's
 * settings of the stack trace are put back as they were; where `prepareStackTrace` was not there, it
 * is left undefined, because to delete it costs V8 as much as all the rest.
 *
 * @returns none where a hardened runtime has frozen Error, or the stack has no room left
 */
export function callSitesAbove(caller: Caller): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = settings
  const holder: { stack?: unknown } = {}
  try {
    settings.stackTraceLimit = MOST_FRAMES
    settings.prepareStackTrace = keepCallSites
  } catch {
    return NO_SITES
  }
  try {
    Error.captureStackTrace(holder, caller)
    return isCallSites(holder.stack) ? holder.stack : NO_SITES
  } catch {
    return NO_SITES
  } finally {
    settings.prepareStackTrace = prepareStackTrace
    settings.stackTraceLimit = stackTraceLimit
  }
}

function keepCallSites(_error: Error, sites: NodeJS.CallSite[]): NodeJS.CallSite[] {
  return sites
}

function isCallSites(value: unknown): value is NodeJS.CallSite[] {
  return Array.isArray(value)
}
