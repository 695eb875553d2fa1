import { isObject } from './wire.ts'
import type { WireObject } from './wire.ts'

/** The most bytes that DynamoDB takes in one item. */
export const ITEM_LIMIT_BYTES: number = 400 * 1024

/** What DynamoDB adds to a list or a map, and again for each of its elements. */
const DOCUMENT_BYTES = 3
const ELEMENT_BYTES = 1

/**
 * The bytes of an item in DynamoDB's JSON, by the AWS documentation ("DynamoDB item sizes and
 * formats"): it does not read engine/cost.ts, so that each can be held against the other.
 */
export function itemSize(item: WireObject): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value),
    0,
  )
}

function sizeOfValue(value: unknown): number {
  const [type = '', content] = isObject(value) ? (Object.entries(value)[0] ?? []) : []
  if (isObject(content)) {
    return DOCUMENT_BYTES + itemSize(content) + Object.keys(content).length * ELEMENT_BYTES
  }
  if (Array.isArray(content)) return sizeOfElements(type, content)
  return sizeOfScalar(type, content)
}

function sizeOfElements(type: string, elements: readonly unknown[]): number {
  if (type === 'L') {
    return elements.reduce<number>(
      (sum, element) => sum + sizeOfValue(element) + ELEMENT_BYTES,
      DOCUMENT_BYTES,
    )
  }
  return elements.reduce<number>((sum, element) => sum + sizeOfScalar(type[0] ?? '', element), 0)
}

function sizeOfScalar(type: string, content: unknown): number {
  if (typeof content !== 'string') return 1
  if (type === 'B') return Buffer.byteLength(content, 'base64')
  return type === 'N' ? sizeOfNumber(content) : Buffer.byteLength(content)
}

/** A byte for two significant digits and one more, another for a minus. */
function sizeOfNumber(text: string): number {
  const [mantissa = ''] = text.toLowerCase().split('e')
  const digits = mantissa.replace(/[-+.]/g, '').replace(/^0+|0+$/g, '')
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0)
}
