import type { FunctionPlace } from './function-place.ts'
import { isAt, placeOf } from './function-place.ts'
import type { Script } from './script.ts'
import { scriptOf } from './script.ts'

/** The application's calls that a line was logged under. */
export interface CallChain {
  /** Innermost first. */
  readonly functions: readonly FunctionPlace[]
  /** Where in `functions` the calls waiting in an `await` begin: those before are on the stack. */
  readonly awaiting: number
}

/**
 * The application's own calls among all on the stack. Node's, V8's and dependencies' frames do not
 * count, nor do the engine's.
 *
 * @param before the functions of an earlier chain, outermost first: where this one begins alike, as
 * it does mostly, it is read faster
 * @returns undefined where it is the same chain as before
 */
export function callChain(
  stack: readonly NodeJS.CallSite[],
  before: readonly FunctionPlace[],
): CallChain | undefined {
  const firstAsync = firstAsyncOf(stack)
  let functions: FunctionPlace[] | undefined
  let alike = 0
  let awaiting = 0
  let script: Script | undefined
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    const site = stack[at]
    const name = site?.getFileName() ?? evalOriginOf(site)
    if (site === undefined || name === undefined) continue
    if (script?.name !== name) script = scriptOf(name)
    if (!script.isApplication) continue
    const expected = functions === undefined ? before[alike] : undefined
    if (expected !== undefined && isAt(site, script, expected, alike === 0)) {
      alike += 1
    } else {
      const place = placeOf(site, script)
      if (place === undefined) continue
      functions ??= before.slice(0, alike)
      functions.push(place)
    }
    if (at >= firstAsync) awaiting += 1
  }
  if (functions === undefined && alike === before.length) return undefined
  functions ??= before.slice(0, alike)
  return { functions: functions.toReversed(), awaiting: functions.length - awaiting }
}

/** Calls that wait in an `await` come behind all those on the stack. */
function firstAsyncOf(stack: readonly NodeJS.CallSite[]): number {
  let low = 0
  let high = stack.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (stack[middle]?.isAsync() === true) high = middle
    else low = middle + 1
  }
  return low
}

/** Frames without a file are V8's own, but for code that was made by `eval`. */
function evalOriginOf(site: NodeJS.CallSite | undefined): string | undefined {
  return site?.isEval() === true ? site.getEvalOrigin() : undefined
}
