import { AsyncLocalStorage } from 'node:async_hooks'
import type { CallNode } from './call-tree.ts'

/** What the engine remembers of a flow of execution: it follows the program through every `await`, timer and callback. */
export interface Flow {
  /** The call that logged last. */
  readonly call: CallNode
  /** The logger it logged to. */
  readonly logger: object
}

const flows = new AsyncLocalStorage<Flow>()

export function currentFlow(): Flow | undefined {
  return flows.getStore()
}

/** What follows in this flow comes after a line that this call logged. */
export function continueFlow(flow: Flow): void {
  flows.enterWith(flow)
}

/** Runs work in a flow of its own. */
export function runInFlow<Value>(flow: Flow, work: () => Value): Value {
  return flows.run(flow, work)
}
