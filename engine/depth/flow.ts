import { AsyncLocalStorage } from 'node:async_hooks'
import type { TraceContext } from '../trace/trace-context.ts'
import type { CallChain } from './call-chain.ts'
import { NO_CALLS } from './call-chain.ts'
import type { CallNode } from './call-tree.ts'
import { ownFrame } from './function-place.ts'

/** What the engine remembers of a flow of execution: it follows the program through every `await`, timer and callback. */
export interface Flow<Logger extends object = object> {
  /** The call that logged last. */
  readonly call: CallNode | undefined
  /** What the stack showed then. */
  readonly chain: CallChain
  /** The logger it logged to. */
  readonly logger: Logger | undefined
  /** The logger that the flow runs under. */
  readonly current: Logger | undefined
  /** The trace that the flow belongs to. */
  readonly trace: TraceContext | undefined
  /** Whether it stores events: what a sink logs meanwhile is no line, or it would be stored in turn, for ever. */
  readonly isOwnWork: boolean
}

const NOWHERE: Flow = {
  call: undefined,
  chain: NO_CALLS,
  logger: undefined,
  current: undefined,
  trace: undefined,
  isOwnWork: false,
}

const OWN_WORK: Flow = { ...NOWHERE, isOwnWork: true }

const flows = new AsyncLocalStorage<Flow>()

export function currentFlow(): Flow | undefined {
  return flows.getStore()
}

/** What follows in this flow comes after a line that this call logged. */
export function continueFlow(
  call: CallNode,
  chain: CallChain,
  logger: object,
  flow: Flow | undefined,
): void {
  const { current, trace, isOwnWork } = flow ?? NOWHERE
  flows.enterWith({ call, chain, logger, current, trace, isOwnWork })
}

/** Runs work in a flow of its own, under a logger. */
export function runUnder<Value>(
  logger: object,
  call: CallNode | undefined,
  work: () => Value,
): Value {
  ownFrame('runUnder')
  const { trace, isOwnWork } = flows.getStore() ?? NOWHERE
  return flows.run({ call, chain: NO_CALLS, logger, current: logger, trace, isOwnWork }, work)
}

/** Runs work in a flow that belongs to a trace. */
export function runInFlowOf<Value>(trace: TraceContext, work: () => Value): Value {
  ownFrame('runInFlowOf')
  return flows.run({ ...(flows.getStore() ?? NOWHERE), trace }, work)
}

/** Runs what stores events: of the flow that it is called in, it keeps nothing alive. */
export function asOwnWork<Value>(work: () => Value): Value {
  return flows.run(OWN_WORK, work)
}

/** Whether the running code stores events, a sink of the application's included. */
export function isOwnWork(): boolean {
  return flows.getStore()?.isOwnWork === true
}
