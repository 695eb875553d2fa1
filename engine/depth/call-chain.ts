import type { Frame } from './frame.ts'
import { frameOf, shows } from './frame.ts'
import type { FunctionPlace } from './function-place.ts'

/** The application's calls that a line was logged under. */
export interface CallChain {
  /** All that was on the stack, innermost first. */
  readonly frames: readonly Frame[]
  /** The functions of the application's calls, innermost first. */
  readonly functions: readonly FunctionPlace[]
  /** Where in `functions` the calls waiting in an `await` begin: those before are on the stack. */
  readonly awaiting: number
}

export const NO_CALLS: CallChain = { frames: [], functions: [], awaiting: 0 }

/**
 * The application's own calls among all on the stack. Node's, V8's and dependencies' frames do not
 * count, nor do the engine's.
 *
 * @param before an earlier chain: as far as this one is alike, as it is mostly, it is read faster
 * @returns `before` itself where the stack shows nothing else
 */
export function callChain(stack: readonly NodeJS.CallSite[], before: CallChain): CallChain {
  const frames = framesOf(stack, before.frames)
  if (frames === before.frames) return before
  const firstAsync = firstAsyncOf(stack)
  const functions: FunctionPlace[] = []
  let awaiting = 0
  for (const [at, { place }] of frames.entries()) {
    if (place === undefined) continue
    functions.push(place)
    if (at < firstAsync) awaiting += 1
  }
  return { frames, functions, awaiting }
}

/** Whether two chains are of the same calls. */
export function isSameChain(a: CallChain, b: CallChain): boolean {
  if (a === b) return true
  const { length } = a.functions
  if (length !== b.functions.length || a.awaiting !== b.awaiting) return false
  for (let at = 0; at < length; at += 1) {
    if (a.functions[at] !== b.functions[at]) return false
  }
  return true
}

/** What was called from the same place is compared, and so the frames are counted from the outermost. */
function framesOf(stack: readonly NodeJS.CallSite[], before: readonly Frame[]): readonly Frame[] {
  const { length } = stack
  const further = before.length - length
  let frames: Frame[] | undefined
  if (further !== 0) frames = []
  for (let at = 0; at < length; at += 1) {
    const site = stack[at]
    if (site === undefined) continue
    const expected = before[at + further]
    if (expected !== undefined && shows(site, expected)) {
      frames?.push(expected)
    } else {
      frames ??= before.slice(0, at)
      frames.push(frameOf(site))
    }
  }
  return frames ?? before
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
