import type { CallChain } from './call-chain.ts'
import { belowStep, callAmong } from './call-match.ts'
import type { FunctionPlace } from './function-place.ts'

/** Beyond this, what is known of the program's calls is forgotten and learned anew. */
const MOST_NODES = 100_000

/** A call, told from others by the function that was called and the call that made it. */
export interface CallNode {
  /** The function that was called; undefined for a step, which is none. */
  readonly place: FunctionPlace | undefined
  readonly caller: CallNode | undefined
  /** The outermost call above. */
  readonly root: CallNode | undefined
  /** Calls between the outermost one and this. */
  readonly depth: number
  readonly callees: Map<FunctionPlace, CallNode>
  /** Callees of an earlier age are forgotten. */
  age: number
}

/** What is known of where a line comes from, beside the stack. */
export interface Whereabouts {
  /** The call that logged last in the same flow of execution, through every `await`. */
  readonly flow: CallNode | undefined
  /** Whether that was a line of the same logger. */
  readonly isOwnFlow: boolean
  /** The call that logged the event's last line. */
  readonly last: CallNode | undefined
  /** The call that logged the event's shallowest line. */
  readonly shallowest: CallNode | undefined
}

/** Which call made those of the stack that are new, where `known` is the innermost that is not. */
type CallerOf = (before: CallNode, known: CallNode, made: readonly FunctionPlace[]) => CallNode

/**
 * The calls of a program, as far as they were seen: a tree whose branches are the chains of calls.
 *
 * Where code runs on after an `await`, the stack still has the calls that wait for it, but not the
 * others that made it. What is left is found again in the tree: first among the calls of the last
 * line logged in the same flow of execution, because whatever resumes in that flow was called on the
 * way there; then among those of the event's last line; else among all calls seen.
 */
export class CallTree {
  readonly #roots = new Map<FunctionPlace, CallNode>()
  readonly #latest = new Map<FunctionPlace, CallNode>()
  #size = 0
  #age = 0

  /** The node of a chain's innermost call. */
  find({ functions, awaiting }: CallChain, where: Whereabouts): CallNode {
    const { flow, isOwnFlow, last, shallowest } = where
    const resumed = Math.max(0, awaiting - 1)
    const found =
      this.#findAbove(functions, resumed, flow, belowStep) ??
      this.#findAbove(functions, resumed, last)
    if (found !== undefined) return found
    if (flow !== undefined && (isOwnFlow || shallowest === undefined)) {
      return this.#descend(flow, functions, functions.length - 1)
    }
    const known = this.#findAnywhere(functions, resumed)
    if (known !== undefined && (shallowest === undefined || known.root === shallowest.root))
      return known
    return this.#descend(shallowest?.caller, functions, functions.length - 1)
  }

  /** A call that is no function's: what runs in it is one deeper than the caller. */
  inside(caller: CallNode | undefined): CallNode {
    return this.#node(undefined, caller)
  }

  #findAbove(
    functions: readonly FunctionPlace[],
    resumed: number,
    before: CallNode | undefined,
    callerOf: CallerOf = (_before, known) => known,
  ): CallNode | undefined {
    if (before === undefined) return undefined
    for (let at = resumed; at < functions.length; at += 1) {
      const known = callAmong(before, functions, at)
      if (known === undefined) continue
      return this.#descend(callerOf(before, known, functions.slice(0, at)), functions, at - 1)
    }
    return functions.length === 0 ? before : undefined
  }

  #findAnywhere(functions: readonly FunctionPlace[], resumed: number): CallNode | undefined {
    const [outermost, resumedPlace] = [functions.at(-1), functions[resumed]]
    if (outermost === undefined || resumedPlace === undefined) return undefined
    const root = this.#roots.get(outermost)
    if (root !== undefined) return this.#descend(root, functions, functions.length - 2)
    const latest = this.#latest.get(resumedPlace)
    const resumedCall = latest === undefined ? undefined : callAmong(latest, functions, resumed)
    if (resumedCall !== undefined) return this.#descend(resumedCall, functions, resumed - 1)
    const anchor = this.#latest.get(outermost)
    return anchor === undefined ? undefined : this.#descend(anchor, functions, functions.length - 2)
  }

  /** From a call down to the chain's innermost, whose place in `functions` is 0. */
  #descend(
    from: CallNode | undefined,
    functions: readonly FunctionPlace[],
    first: number,
  ): CallNode {
    let node = from
    for (let at = first; at >= 0; at -= 1) {
      const place = functions[at]
      if (place !== undefined) node = this.#callee(node, place)
    }
    return node ?? this.#node(undefined, undefined)
  }

  #callee(caller: CallNode | undefined, place: FunctionPlace): CallNode {
    const siblings = caller === undefined ? this.#roots : caller.callees
    if (caller !== undefined && caller.age !== this.#age) {
      caller.callees.clear()
      caller.age = this.#age
    }
    const known = siblings.get(place)
    if (known !== undefined) return known
    if (this.#size === MOST_NODES) this.#forget()
    const node = this.#node(place, caller)
    siblings.set(place, node)
    this.#latest.set(place, node)
    this.#size += 1
    return node
  }

  #node(place: FunctionPlace | undefined, caller: CallNode | undefined): CallNode {
    const depth = caller === undefined ? 0 : caller.depth + 1
    const root = caller === undefined ? undefined : (caller.root ?? caller)
    return { place, caller, root, depth, callees: new Map(), age: this.#age }
  }

  #forget(): void {
    this.#roots.clear()
    this.#latest.clear()
    this.#size = 0
    this.#age += 1
  }
}
