import { originOf } from './call-sites.ts'

/** A function of the program, told from others by where it stands. */
export type FunctionId = number

/** The application's calls that a line was logged under. */
export interface CallChain {
  /** Innermost first. */
  readonly functions: readonly FunctionId[]
  /** Where in `functions` the calls waiting in an `await` begin: those before are on the stack. */
  readonly awaiting: number
}

const NUMBERS_PER_LINE = 2 ** 20
const ids = new Map<string, Map<number, FunctionId>>()
let lastId = 0

/**
 * The application's own calls among all on the stack. Node's, V8's and dependencies' frames do not
 * count, nor do the engine's.
 */
export function callChain(sites: readonly NodeJS.CallSite[]): CallChain {
  const functions: FunctionId[] = []
  let awaiting: number | undefined
  for (const site of sites) {
    const script = site.getFileName() ?? site.getEvalOrigin()
    if (script === undefined || script === null || site.isPromiseAll()) continue
    if (originOf(script) !== 'application') continue
    if (awaiting === undefined && site.isAsync()) awaiting = functions.length
    functions.push(idOf(script, site))
  }
  return { functions, awaiting: awaiting ?? functions.length }
}

function idOf(script: string, site: NodeJS.CallSite): FunctionId {
  let inScript = ids.get(script)
  if (inScript === undefined) {
    inScript = new Map()
    ids.set(script, inScript)
  }
  const line = site.getEnclosingLineNumber() ?? 0
  const place = line * NUMBERS_PER_LINE + (site.getEnclosingColumnNumber() ?? 0)
  const known = inScript.get(place)
  if (known !== undefined) return known
  lastId += 1
  inScript.set(place, lastId)
  return lastId
}
