import { callChain } from './call-chain.ts'
import { callSites } from './call-sites.ts'
import type { CallNode } from './call-tree.ts'
import { CallTree } from './call-tree.ts'
import { continueFlow, currentFlow } from './flow.ts'
import type { OpenEvent } from './open-event.ts'

/** The calls of the whole program: what one event shows of them helps to read the next. */
const tree = new CallTree()

/**
 * The call that logs a line now; its depth is the line's, up to where the event's count begins.
 *
 * @param logger the logger that the line is for
 * @param event the event it belongs to
 */
export function loggingCall(logger: object, event: OpenEvent): CallNode {
  const flow = currentFlow()
  const isOwnFlow = flow?.logger === logger
  const { last, shallowest } = event
  const call = tree.find(callChain(callSites()), { flow: flow?.call, isOwnFlow, last, shallowest })
  if (call !== flow?.call || !isOwnFlow) continueFlow({ call, logger })
  return call
}

/** The call that a step is, made by the call that logged its line. */
export function stepCall(caller: CallNode): CallNode {
  return tree.inside(caller)
}
