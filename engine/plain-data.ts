import { redaction } from './configuration.ts'
import { begunText } from './data/cut-text.ts'
import { copyInTurn } from './data/copy-in-turn.ts'
import type { Redaction } from './data/redaction.ts'
import { spell } from './data/spell.ts'
import type { JsonValue } from './event.ts'

const UNREADABLE = '[unreadable]'
const LONGEST_MESSAGE = 2 * 1024 * 1024

/**
 * The text of a message, without the secrets that show by how they are written. A program without
 * types may pass something else than a text, which is then spelt out. It never throws.
 */
export function plainText(message: unknown, hidden: Redaction = redaction()): string {
  if (typeof message !== 'string') return spell(plainData(message, hidden))
  if (message.length <= LONGEST_MESSAGE) return hidden.text(message, 'text')
  const begun = hidden.text(message.slice(0, LONGEST_MESSAGE), 'text')
  return begunText(begun, LONGEST_MESSAGE, message.length)
}

/** Whether a message can wait for `plainText` until its event is committed: it does not change, and is not huge. */
export function canWait(message: unknown): message is string {
  return typeof message === 'string' && message.length <= LONGEST_MESSAGE
}

/**
 * A copy of any value that JSON can say, bounded and without its secrets. It never throws: what
 * cannot be said is named in brackets, such as `[circular]`, `[function save]` or
 * `[getter threw: …]`.
 */
export function plainData(value: unknown, hidden: Redaction = redaction()): JsonValue {
  return copyInTurn(hidden, UNREADABLE, (copy) => copy.value(value))
}
