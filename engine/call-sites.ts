import { fileURLToPath } from 'node:url'

/** Deep enough for recursion, bounded so that a runaway one costs no more than it must. */
const MOST_FRAMES = 2000

/** The folder this engine runs from: its own frames are not the application's. */
const ENGINE_FOLDER = new URL('.', import.meta.url).href
const ENGINE_PATH = fileURLToPath(ENGINE_FOLDER)

/** The settings of V8's stack traces, which belong to the whole process. */
const settings: { prepareStackTrace?: unknown; stackTraceLimit: number } = Error

/**
 * The calls on the stack, innermost first, as V8 describes them. Other people's settings of the
 * stack trace are put back as they were.
 */
export function callSites(): readonly NodeJS.CallSite[] {
  const hadPrepare = Object.hasOwn(Error, 'prepareStackTrace')
  const { prepareStackTrace, stackTraceLimit } = settings
  const holder: { stack?: unknown } = {}
  let sites: unknown
  try {
    settings.prepareStackTrace = keepCallSites
    settings.stackTraceLimit = MOST_FRAMES
    Error.captureStackTrace(holder, callSites)
    sites = holder.stack
    if (hadPrepare) settings.prepareStackTrace = prepareStackTrace
    else delete settings.prepareStackTrace
    settings.stackTraceLimit = stackTraceLimit
  } catch {
    // A hardened runtime freezes Error, so nothing was changed: then no depth is known.
  }
  return isCallSites(sites) ? sites : []
}

function keepCallSites(_error: Error, sites: NodeJS.CallSite[]): NodeJS.CallSite[] {
  return sites
}

function isCallSites(value: unknown): value is NodeJS.CallSite[] {
  return Array.isArray(value)
}

/** What a script is to the reckoning of depth. */
export type Origin = 'application' | 'engine' | 'other'

const origins = new Map<string, Origin>()

/** Whose code a script is. */
export function originOf(script: string): Origin {
  const known = origins.get(script)
  if (known !== undefined) return known
  const origin = judge(script)
  origins.set(script, origin)
  return origin
}

function judge(script: string): Origin {
  if (script.startsWith(ENGINE_FOLDER) || script.startsWith(ENGINE_PATH)) return 'engine'
  if (script.startsWith('node:') || /[/\\]node_modules[/\\]/.test(script)) return 'other'
  return 'application'
}
