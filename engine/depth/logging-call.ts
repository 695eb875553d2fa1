import type { OpenEvent } from '../open-event.ts'
import { callChain, isSameChain, NO_CALLS } from './call-chain.ts'
import type { CallNode } from './call-tree.ts'
import { CallTree } from './call-tree.ts'
import { continueFlow, currentFlow } from './flow.ts'

/** The calls of the whole program: what one event shows of them helps to read the next. */
const tree = new CallTree()
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
  const before = flow?.chain ?? NO_CALLS
  const chain = callChain(sites, before)
  const { last, shallowest } = event
  const found =
    flow?.call !== undefined && isSameChain(chain, before)
      ? flow.call
      : tree.find(chain, { flow: flow?.call, isOwnFlow, last, shallowest })
  if (found !== flow?.call || !isOwnFlow) continueFlow(found, chain, logger, flow)
  return found
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
