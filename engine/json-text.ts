import { UNSEEN } from './unseen.ts'

/** A value as one row of JSON in which all that would act or not be seen is escaped. It reads back the same. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(UNSEEN, escaped)
}

/** JSON counts in UTF-16: what is beyond 16 bits has two escapes. */
function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}
