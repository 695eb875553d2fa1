import type { FunctionPlace } from './function-place.ts'
import type { CallNode } from './call-tree.ts'

/**
 * The call of `functions[at]` among `before` and its callers, under the calls that wait for it:
 * those that follow in `functions`. A call that returned a promise without awaiting it does not wait,
 * so some may lie between; the call with the fewest of them is the one.
 */
export function callAmong(
  before: CallNode,
  functions: readonly FunctionPlace[],
  at: number,
): CallNode | undefined {
  const place = functions[at]
  let best: CallNode | undefined
  let fewest = Infinity
  for (let node: CallNode | undefined = before; node !== undefined; node = node.caller) {
    if (node.place !== place) continue
    const between = callsBetween(node, functions, at + 1)
    if (between === 0) return node
    if (between < fewest) [best, fewest] = [node, between]
  }
  return best
}

/**
 * What runs on in a step lies below it, also where the call that began the step is gone from the
 * stack, because it did not wait for it.
 *
 * @param before the call that logged last in the step's flow
 * @param known the innermost call of the stack that is a caller of that
 * @param made the functions that it has called since
 */
export function belowStep(
  before: CallNode,
  known: CallNode,
  made: readonly FunctionPlace[],
): CallNode {
  for (let node: CallNode | undefined = before; node !== known; node = node.caller) {
    if (node === undefined) break
    const isStep = node.place === undefined
    const beginner = isStep ? node.caller : undefined
    if (beginner?.place !== undefined && !made.includes(beginner.place)) return beginner
  }
  return known
}

/** How many callers of a call do not wait, up to the outermost that does; Infinity where one that waits is no caller. */
function callsBetween(node: CallNode, functions: readonly FunctionPlace[], from: number): number {
  let at = from
  let between = 0
  for (let { caller } = node; at < functions.length; { caller } = caller) {
    if (caller === undefined) return Infinity
    if (caller.place === functions[at]) at += 1
    else between += 1
  }
  return between
}
