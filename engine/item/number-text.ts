/**
 * The digits of a number as a client gives it: as a number, as text, or wrapped in an object that
 * keeps more digits than a JavaScript number holds.
 */
export function numberText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'object' && value !== null && 'value' in value)
    return numberText(value.value)
  return undefined
}
