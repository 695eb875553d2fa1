const MOST_FRAMES = 2000

/** The settings of V8's stack traces, which belong to the whole process. */
const settings: { prepareStackTrace?: unknown; stackTraceLimit: number } = Error

/** Lets `captureCallSites` work while the burst runs, and leaves the settings as they were. */
export function withCallSites(burst: () => void): () => void {
  return () => {
    const { prepareStackTrace, stackTraceLimit } = settings
    settings.prepareStackTrace = keepCallSites
    settings.stackTraceLimit = MOST_FRAMES
    burst()
    settings.stackTraceLimit = stackTraceLimit
    settings.prepareStackTrace = prepareStackTrace
  }
}

/** The calls on the stack, innermost first: the least that knowing the depth can cost. */
export function captureCallSites(): readonly NodeJS.CallSite[] {
  const holder: { stack?: unknown } = {}
  Error.captureStackTrace(holder, captureCallSites)
  const { stack } = holder
  return isCallSites(stack) ? stack : []
}

function keepCallSites(_error: Error, sites: readonly NodeJS.CallSite[]): unknown {
  return sites
}

function isCallSites(value: unknown): value is readonly NodeJS.CallSite[] {
  return Array.isArray(value)
}
