import { Copy } from './copy.ts'
import type { Redaction } from './redaction.ts'

/**
 * How many copies may be under way inside one another: what a getter or a `toJSON` logs is copied
 * while the object that it belongs to is. Without an end, one that logs its own object never returns.
 */
const MOST_UNDER_WAY = 2

let underWay = 0

/** Makes a copy. Where that cannot be, as on a stack without room, `otherwise` is given; it never throws. */
export function copyInTurn<Value>(
  redaction: Redaction,
  otherwise: Value,
  make: (copy: Copy) => Value,
): Value {
  if (underWay === MOST_UNDER_WAY) return otherwise
  underWay += 1
  try {
    return make(new Copy(redaction))
  } catch {
    return otherwise
  } finally {
    underWay -= 1
  }
}
