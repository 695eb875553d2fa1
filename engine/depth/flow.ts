import { AsyncLocalStorage } from 'node:async_hooks'
import type { TraceContext } from '../trace/trace-context.ts'
import type { CallNode } from './call-tree.ts'
import { ownFrame } from './function-place.ts'

/** What the engine remembers of a flow of execution: it follows the program through every `await`, timer and callback. */
export interface Flow<Logger extends object = object> {
  /** The call that logged last. */
  readonly call: CallNode | undefined
  /** The logger it logged to. */
  readonly logger: Logger | undefined
  /** The logger that the flow runs under. */
  readonly current: Logger | undefined
  /** The trace that the flow belongs to. */
  readonly trace: TraceContext | undefined
}

const flows = new AsyncLocalStorage<Flow>()

export function currentFlow(): Flow | undefined {
  return flows.getStore()
}

/** What follows in this flow comes after a line that this call logged. */
export function continueFlow(call: CallNode, logger: object, flow: Flow | undefined): void {
  flows.enterWith({ call, logger, current: flow?.current, trace: flow?.trace })
}

/** Runs work in a flow of its own, under a logger. */
export function runUnder<Value>(
  logger: object,
  call: CallNode | undefined,
  work: () => Value,
): Value {
  ownFrame('runUnder')
  return flows.run({ call, logger, current: logger, trace: flows.getStore()?.trace }, work)
}

/** Runs work in a flow that belongs to a trace. */
export function runInFlowOf<Value>(trace: TraceContext, work: () => Value): Value {
  ownFrame('runInFlowOf')
  const flow = flows.getStore()
  return flows.run({ call: flow?.call, logger: flow?.logger, current: flow?.current, trace }, work)
}
