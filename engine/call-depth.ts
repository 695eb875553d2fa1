import type { CallChain, FunctionId } from './call-chain.ts'
import type { OwnStep } from './step-scope.ts'

/** A chain of calls that was seen whole, and how deep its outermost call is. */
interface SeenChain {
  readonly functions: readonly FunctionId[]
  readonly base: number
}

/** Where a function was last seen. */
interface Sighting {
  readonly chain: SeenChain
  /** The function's place in the chain. */
  readonly at: number
}

/** How many different chains above a function are remembered. */
const MOST_SIGHTINGS = 8

/**
 * Reckons how deep the lines of one event are: the number of application calls between the event's
 * outermost line and the call that logged, the same before and after any `await`.
 *
 * After an `await` only the calls that themselves await are left above the resumed function. So each
 * function's last chains are remembered: the outermost call that is left is a function already seen,
 * and its remembered depth anchors the rest. A function that returned a promise instead of awaiting
 * it is missing from the chain altogether: where what is left above the resumed function is a part
 * of a chain that it was seen under, that whole chain holds.
 */
export class CallDepth {
  readonly #sightings = new Map<FunctionId, Sighting[]>()

  /**
   * The depth of a call, counted from an origin that is the same for all calls of the event.
   *
   * @param step the event's own step that the call is in
   * @param unknown how deep to put calls whose outermost function was never seen before
   */
  depthOf(
    { functions, awaiting, steps }: CallChain,
    step: OwnStep | undefined,
    unknown: number,
  ): number {
    const insideStep = step === undefined ? undefined : steps[step.othersInside]
    if (step !== undefined && insideStep !== undefined) {
      this.#remember({ functions: functions.slice(0, insideStep), base: step.depth })
      return step.depth + Math.max(0, insideStep - 1)
    }
    if (functions.length === 0) return step?.depth ?? unknown
    const seen = this.#wholeChain(functions, awaiting - 1) ?? {
      functions,
      base: this.#anchorOf(functions) ?? (step === undefined ? unknown : step.depth + 1),
    }
    this.#remember(seen)
    return seen.base + seen.functions.length - 1
  }

  /** The chain with the calls that `return` without `await` dropped, where it was seen with them. */
  #wholeChain(functions: readonly FunctionId[], resumed: number): SeenChain | undefined {
    const id = functions[resumed]
    const sightings = id === undefined ? undefined : this.#sightings.get(id)
    if (sightings === undefined) return undefined
    const left = functions.slice(resumed + 1)
    const sighting =
      sightings.find(({ chain, at }) => equals(chain.functions, at + 1, left)) ??
      sightings.find(({ chain, at }) => holds(chain.functions, at + 1, left))
    if (sighting === undefined) return undefined
    const { chain, at } = sighting
    return {
      functions: [...functions.slice(0, resumed), ...chain.functions.slice(at)],
      base: chain.base,
    }
  }

  /** How deep the outermost call is, if it was seen before. */
  #anchorOf(functions: readonly FunctionId[]): number | undefined {
    const outermost = functions.at(-1)
    const sighting = outermost === undefined ? undefined : this.#sightings.get(outermost)?.[0]
    if (sighting === undefined) return undefined
    const { chain, at } = sighting
    return chain.base + chain.functions.length - 1 - at
  }

  #remember(chain: SeenChain): void {
    chain.functions.forEach((id, at) => {
      const known = this.#sightings.get(id) ?? []
      const above = chain.functions.slice(at + 1)
      const others = known.filter((other) => !equals(other.chain.functions, other.at + 1, above))
      this.#sightings.set(id, [{ chain, at }, ...others].slice(0, MOST_SIGHTINGS))
    })
  }
}

function equals(all: readonly FunctionId[], from: number, part: readonly FunctionId[]): boolean {
  return all.length - from === part.length && part.every((id, index) => all[from + index] === id)
}

/** Whether `part` is found in `all` from a place on, in order, perhaps with others between. */
function holds(all: readonly FunctionId[], from: number, part: readonly FunctionId[]): boolean {
  let found = 0
  for (let at = from; at < all.length && found < part.length; at += 1) {
    if (all[at] === part[found]) found += 1
  }
  return found === part.length
}
