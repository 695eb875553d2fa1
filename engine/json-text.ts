/** JSON escapes only C0: these too act on a terminal, break a line for some readers, or are not seen. */
const ACTING = /[\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** A value as one row of JSON in which no character acts on a terminal. It reads back the same. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
