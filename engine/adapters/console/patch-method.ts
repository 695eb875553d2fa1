import type { Caller } from '../../depth/call-sites.ts'
import { ownFrame } from '../../depth/function-place.ts'
import { isOwnWork } from '../../depth/flow.ts'

export interface Patch {
  /** Whether what was told is printed all the same. */
  readonly passThrough: boolean
  /** Told of each call, with the patch itself. */
  readonly told: (details: readonly unknown[], from: Caller) => void
}

/** What a patch stands for once it is undone. */
const undone = new WeakMap<object, unknown>()

/** A method prints by others, and what is told may print: neither is a call of the application's. */
let isTelling = false

/**
 * Puts a function before a method of an object.
 *
 * @returns what takes it away again; where others have put theirs over it meanwhile, theirs stays, and
 * this one does nothing any more
 */
export function patchMethod(
  target: object,
  name: string,
  { passThrough, told }: Patch,
): () => void {
  const before: unknown = Reflect.get(target, name)
  function patched(this: unknown, ...details: unknown[]): unknown {
    ownFrame('patched')
    const isTold = !isTelling && !undone.has(patched) && !isOwnWork()
    if (!isTold) return Reflect.apply(Object(original(before)), this, details)
    isTelling = true
    try {
      told(details, patched)
      return passThrough ? Reflect.apply(Object(original(before)), this, details) : undefined
    } finally {
      isTelling = false
    }
  }
  Reflect.set(target, name, patched)
  return () => {
    undone.set(patched, before)
    if (Reflect.get(target, name) === patched) Reflect.set(target, name, original(before))
  }
}

/** What lies under patches that were undone. */
function original(method: unknown): unknown {
  let found = method
  while (typeof found === 'function' && undone.has(found)) found = undone.get(found)
  return found
}
