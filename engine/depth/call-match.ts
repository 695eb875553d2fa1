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
