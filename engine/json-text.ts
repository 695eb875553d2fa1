/** JSON escapes only C0: these too act on a terminal, or break a line for some readers. */
const ACTING = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/g

/** A value as one row of JSON in which no character acts on a terminal. It reads back the same. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
