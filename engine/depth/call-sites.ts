/** Deep enough for recursion, bounded so that a runaway one costs no more than it must. */
const MOST_FRAMES = 2000

/** A function of the engine's: the calls that it was made by lie above it. */
export type Caller = (...parameters: never[]) => unknown

/** The settings of V8's stack traces, which belong to the whole process. */
const settings: { prepareStackTrace?: unknown; stackTraceLimit: number } = Error

const NO_SITES: readonly NodeJS.CallSite[] = []

/**
 * The calls on the stack above a function, innermost first, as V8 describes them. Other people's
 * settings of the stack trace are put back as they were.
 */
export function callSitesAbove(caller: Caller): readonly NodeJS.CallSite[] {
  const hadPrepare = Object.hasOwn(Error, 'prepareStackTrace')
  const { prepareStackTrace, stackTraceLimit } = settings
  const holder: { stack?: unknown } = {}
  let sites: unknown
  try {
    settings.prepareStackTrace = keepCallSites
    settings.stackTraceLimit = MOST_FRAMES
    Error.captureStackTrace(holder, caller)
    sites = holder.stack
    if (hadPrepare) settings.prepareStackTrace = prepareStackTrace
    else delete settings.prepareStackTrace
    settings.stackTraceLimit = stackTraceLimit
  } catch {
    // A hardened runtime freezes Error, so nothing was changed: then no depth is known.
  }
  return isCallSites(sites) ? sites : NO_SITES
}

function keepCallSites(_error: Error, sites: NodeJS.CallSite[]): NodeJS.CallSite[] {
  return sites
}

function isCallSites(value: unknown): value is NodeJS.CallSite[] {
  return Array.isArray(value)
}
