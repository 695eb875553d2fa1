import { AsyncLocalStorage } from 'node:async_hooks'

/** The step that the running code is in, for the logger it belongs to. */
interface StepScope {
  readonly owner: object
  /** How deep the lines are that are logged right inside the step. */
  readonly depth: number
  readonly outer: StepScope | undefined
}

const scopes = new AsyncLocalStorage<StepScope>()

/** The innermost step of one owner. */
export interface OwnStep {
  readonly depth: number
  /** How many steps of others are inside it, around the running code. */
  readonly othersInside: number
}

/** The innermost step of this owner that the running code is in. */
export function ownStep(owner: object): OwnStep | undefined {
  let othersInside = 0
  for (let scope = scopes.getStore(); scope !== undefined; scope = scope.outer) {
    if (scope.owner === owner) return { depth: scope.depth, othersInside }
    othersInside += 1
  }
  return undefined
}

/** Runs work as a step of the owner. */
export async function runStep<Value>(
  owner: object,
  depth: number,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  return await scopes.run({ owner, depth, outer: scopes.getStore() }, async function stepFrame() {
    return await work()
  })
}

const SCRIPT = import.meta.url

/** Whether a frame of the stack is the one under which a step's work runs. */
export function isStepFrame(site: NodeJS.CallSite): boolean {
  return site.getFunctionName() === 'stepFrame' && site.getFileName() === SCRIPT
}
