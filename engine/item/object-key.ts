import { StacktaleError } from '../errors/stacktale-error.ts'

/** DynamoDB's limit for a partition key, in bytes of UTF-8. */
const KEY_LIMIT_BYTES = 2048

/** Anything that can be logged about: what has an `id`. */
export interface Identified {
  readonly id: string | number | bigint | { toString(): string }
}

export interface ObjectKey {
  /** `prefix_id`, the partition key. */
  readonly key: string
  readonly prefix: string
  readonly id: string
}

/**
 * The key under which the events of an object are stored: `prefix_id`.
 *
 * @throws StacktaleError `prefix-invalid`, `object-without-id` or `key-too-long`
 */
export function objectKey(subject: Identified, prefix: string): ObjectKey {
  checkPrefix(prefix)
  const id = idOf(subject, prefix)
  const key = `${prefix}_${id}`
  const sizeBytes = Buffer.byteLength(key)
  if (sizeBytes > KEY_LIMIT_BYTES) {
    throw new StacktaleError(
      'key-too-long',
      `The key "${key.slice(0, 40)}…" has ${sizeBytes} bytes; DynamoDB takes ${KEY_LIMIT_BYTES} for prefix, "_" and id together. Log under a shorter id.`,
    )
  }
  return { key, prefix, id }
}

/**
 * The parts of a key: a prefix has no `_`, so the first one separates.
 *
 * @returns undefined where the key is not of the form `prefix_id`
 */
export function splitObjectKey(key: string): ObjectKey | undefined {
  const at = key.indexOf('_')
  if (at < 1 || at === key.length - 1) return undefined
  return { key, prefix: key.slice(0, at), id: key.slice(at + 1) }
}

/** Whether an object can have this key: `prefix_id`, and no longer than DynamoDB takes. */
export function isObjectKey(key: string): boolean {
  return splitObjectKey(key) !== undefined && Buffer.byteLength(key) <= KEY_LIMIT_BYTES
}

/** @throws StacktaleError `key-invalid` or `key-too-long` */
export function checkKey(key: unknown): asserts key is string {
  if (typeof key === 'string' && isObjectKey(key)) return
  if (typeof key === 'string' && splitObjectKey(key) !== undefined) {
    throw new StacktaleError(
      'key-too-long',
      `The key "${key.slice(0, 40)}…" has ${Buffer.byteLength(key)} bytes; DynamoDB takes ${KEY_LIMIT_BYTES}, so no object has it.`,
    )
  }
  throw new StacktaleError(
    'key-invalid',
    `An object's key is a prefix, "_" and an id, such as "workout_42"; this is ${JSON.stringify(key)}.`,
  )
}

/** @throws StacktaleError `prefix-invalid` */
export function checkPrefix(prefix: unknown): asserts prefix is string {
  const wrong = faultOfPrefix(prefix)
  if (wrong === undefined) return
  throw new StacktaleError(
    'prefix-invalid',
    `A prefix names a domain, such as "workout", and has no "_"; this one ${wrong}.`,
  )
}

function faultOfPrefix(prefix: unknown): string | undefined {
  if (typeof prefix !== 'string')
    return `is ${prefix === null ? 'null' : `of type ${typeof prefix}`}`
  if (prefix === '') return 'is empty'
  if (prefix.includes('_')) return `is "${prefix}": write "${prefix.replaceAll('_', '-')}"`
  if (!prefix.isWellFormed()) return 'has half of a surrogate pair'
  return undefined
}

function idOf(subject: unknown, prefix: string): string {
  const id: unknown =
    typeof subject === 'object' && subject !== null && 'id' in subject ? subject.id : undefined
  const text = textOfId(id)
  if (text !== undefined && text !== '' && text.isWellFormed()) return text
  throw new StacktaleError(
    'object-without-id',
    `Events are stored under the id of the object they are about ("${prefix}_" and the id), and ${describeSubject(subject, id)}. Pass an object with an id: a string, a number or something with a toString() of its own, such as { id: 42 }.`,
  )
}

function textOfId(id: unknown): string | undefined {
  if (typeof id === 'string') return id
  if (typeof id === 'number') return Number.isNaN(id) ? undefined : String(id)
  if (typeof id === 'bigint') return String(id)
  if (typeof id !== 'object' || id === null) return undefined
  try {
    const toString: unknown = Reflect.get(id, 'toString')
    const text: unknown = typeof toString === 'function' ? Reflect.apply(toString, id, []) : ''
    return typeof text !== 'string' || text.startsWith('[object ') ? undefined : text
  } catch {
    return undefined
  }
}

function describeSubject(subject: unknown, id: unknown): string {
  if (typeof subject !== 'object' || subject === null) {
    return `this logger was given ${subject === null ? 'null' : `a value of type ${typeof subject}`}`
  }
  if (id === undefined || id === null) return 'this object has none'
  if (id === '') return 'the id of this object is empty'
  return `the id of this object (of type ${typeof id}) does not make a text`
}
