import type { JsonValue } from '../event.ts'

/** A text as it is, anything else as JSON. */
export function spell(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
