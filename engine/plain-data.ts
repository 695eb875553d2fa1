import type { JsonValue } from './event.ts'

/** How deep, how wide and how long data may be before it is cut, with a mark where it was. */
const DEEPEST = 8
const MOST_ENTRIES = 200
const LONGEST_TEXT = 16 * 1024

/** The text of a message: a program without types may pass something else, which is then spelt out. */
export function plainText(message: unknown): string {
  if (typeof message === 'string') return message
  const said = plainData(message)
  return typeof said === 'string' ? said : JSON.stringify(said)
}

/**
 * A copy of any value that JSON can say. It never throws: what cannot be said is named in brackets,
 * such as `[circular]`, `[function save]` or `[getter threw: …]`.
 */
export function plainData(value: unknown): JsonValue {
  return plain(value, [])
}

function plain(value: unknown, above: readonly object[]): JsonValue {
  switch (typeof value) {
    case 'string':
      return cutText(value)
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'bigint':
      return `${value}n`
    case 'undefined':
      return '[undefined]'
    case 'symbol':
      return `[${String(value)}]`
    case 'function':
      return `[function ${value.name || 'anonymous'}]`
    case 'object':
      return value === null ? null : guarded(() => plainObject(value, above))
    default:
      return '[unknown]'
  }
}

function plainObject(value: object, above: readonly object[]): JsonValue {
  if (above.includes(value)) return '[circular]'
  if (above.length >= DEEPEST)
    return Array.isArray(value) ? '[array, too deep]' : '[object, too deep]'
  const inside = [...above, value]
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '[invalid date]' : value.toISOString()
  if (value instanceof RegExp || value instanceof URL) return String(value)
  if (value instanceof Error) return plainError(value, inside)
  if (Array.isArray(value)) return plainList(value, value.length, inside)
  if (value instanceof Set) return plainList(value, value.size, inside)
  if (value instanceof Map) return plainEntries(mapEntries(value), value.size, inside)
  if (ArrayBuffer.isView(value)) return `[${value.constructor.name}, ${value.byteLength} bytes]`
  if (value instanceof Promise) return '[promise]'
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const said: unknown = value.toJSON()
    return said === value ? '[circular]' : plain(said, inside)
  }
  const names = Object.keys(value)
  return plainEntries(propertyEntries(value, names), names.length, inside)
}

function plainError(error: Error, inside: readonly object[]): JsonValue {
  const fields = ['name', 'message', ...('cause' in error ? ['cause'] : []), ...Object.keys(error)]
  return plainEntries(propertyEntries(error, fields), 0, inside)
}

function plainList(values: Iterable<unknown>, size: number, inside: readonly object[]): JsonValue {
  const list: JsonValue[] = []
  for (const value of values) {
    if (list.length === MOST_ENTRIES) break
    list.push(plain(value, inside))
  }
  if (size > MOST_ENTRIES) list.push(`[${size - MOST_ENTRIES} more]`)
  return list
}

type Entry = readonly [name: string, value: () => unknown]

function* propertyEntries(value: object, names: readonly string[]): Iterable<Entry> {
  for (const name of names) yield [name, () => Reflect.get(value, name)]
}

function* mapEntries(map: ReadonlyMap<unknown, unknown>): Iterable<Entry> {
  for (const [key, value] of map) yield [plainText(key), () => value]
}

function plainEntries(
  entries: Iterable<Entry>,
  size: number,
  inside: readonly object[],
): JsonValue {
  const named = new Map<string, JsonValue>()
  for (const [name, read] of entries) {
    if (named.size === MOST_ENTRIES) break
    const value = guarded(() => plain(read(), inside))
    if (value !== '[undefined]') named.set(cutText(name), value)
  }
  if (size > MOST_ENTRIES) named.set('…', `[${size - MOST_ENTRIES} more]`)
  return Object.fromEntries(named)
}

function guarded(say: () => JsonValue): JsonValue {
  try {
    return say()
  } catch (error) {
    return `[getter threw: ${reasonOf(error)}]`
  }
}

function reasonOf(error: unknown): string {
  try {
    return cutText(error instanceof Error ? error.message : String(error))
  } catch {
    return 'something that has no text'
  }
}

function cutText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  return `${text.slice(0, LONGEST_TEXT)}… [${text.length - LONGEST_TEXT} more characters]`
}
