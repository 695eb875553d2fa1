import { numberText } from './number-text.ts'

/** Whether an item, as a client reads it, has an event's key. DynamoDB leaves out a fraction's last zeros. */
export function sameKey(
  item: unknown,
  { object, timestamp }: { readonly object: string; readonly timestamp: string },
): boolean {
  if (typeof item !== 'object' || item === null) return false
  if (!('object' in item) || item.object !== object || !('timestamp' in item)) return false
  return canonical(numberText(item.timestamp)) === canonical(timestamp)
}

function canonical(digits: string | undefined): string | undefined {
  return digits?.includes('.') === true ? digits.replace(/\.?0+$/, '') : digits
}
