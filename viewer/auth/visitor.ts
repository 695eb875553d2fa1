import type { IncomingMessage } from 'node:http'

/** Who looks at the viewer. */
export interface Visitor {
  /** Undefined where nobody is asked. */
  readonly name: string | undefined
  /** The prefixes whose events are shown. */
  readonly prefixes: readonly string[] | '*'
  /** Whether it was this viewer that signed the visitor in, so that it can end that. */
  readonly isSignedInHere: boolean
}

const visitors = new WeakMap<IncomingMessage, Visitor>()

export function rememberVisitor(request: IncomingMessage, visitor: Visitor): void {
  visitors.set(request, visitor)
}

/** Undefined where it is not known who asks. */
export function visitorOf(request: IncomingMessage): Visitor | undefined {
  return visitors.get(request)
}
