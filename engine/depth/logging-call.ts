import type { OpenEvent } from '../open-event.ts'
import type { CallChain } from './call-chain.ts'
import { callChain } from './call-chain.ts'
import type { CallNode } from './call-tree.ts'
import { CallTree } from './call-tree.ts'
import type { FunctionPlace } from './function-place.ts'
import { continueFlow, currentFlow } from './flow.ts'

/** The calls of the whole program: what one event shows of them helps to read the next. */
const tree = new CallTree()
const placesOf = new WeakMap<CallNode, readonly FunctionPlace[]>()
const NO_CALLS: CallChain = { functions: [], awaiting: 0 }
const outermost = tree.inside(undefined)

/**
 * The call that logs a line; its depth is the line's, up to where the event's count begins.
 *
 * @param sites the stack above the engine
 * @param logger the logger that the line is for
 * @param event the event it belongs to
 */
export function loggingCall(
  sites: readonly NodeJS.CallSite[],
  logger: object,
  event: OpenEvent,
): CallNode {
  const flow = currentFlow()
  const isOwnFlow = flow?.logger === logger
  const chain = callChain(sites, placesAbove(flow?.call))
  const call = chain === undefined ? flow?.call : undefined
  if (call !== undefined && isOwnFlow) return call
  const { last, shallowest } = event
  const found =
    call ?? tree.find(chain ?? NO_CALLS, { flow: flow?.call, isOwnFlow, last, shallowest })
  if (found !== flow?.call || !isOwnFlow) continueFlow(found, logger, flow)
  return found
}

/** The functions of a call and its callers, outermost first. */
function placesAbove(call: CallNode | undefined): readonly FunctionPlace[] {
  if (call?.place === undefined) return []
  const known = placesOf.get(call)
  if (known !== undefined) return known
  const places: FunctionPlace[] = []
  for (let node: CallNode | undefined = call; node !== undefined; node = node.caller) {
    if (node.place !== undefined) places.push(node.place)
  }
  const outermostFirst = places.toReversed()
  placesOf.set(call, outermostFirst)
  return outermostFirst
}

/** The call that logs, where depth is told by steps alone. */
export function loggingCallByStep(logger: object): CallNode {
  const flow = currentFlow()
  return (flow?.logger === logger ? flow.call : undefined) ?? outermost
}

/** The call that a step is, made by the call that logged its line. */
export function stepCall(caller: CallNode): CallNode {
  return tree.inside(caller)
}
