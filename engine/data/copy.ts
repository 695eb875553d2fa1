import { types } from 'node:util'
import type { JsonValue } from '../event.ts'
import { builtInText } from './built-in-text.ts'
import { begunText, cutText } from './cut-text.ts'
import { addField, addFieldBeside, type Fields } from './fields.ts'
import { type Place, Redaction } from './redaction.ts'
import { spell } from './spell.ts'

/** How deep, how wide, how long and how large in all a copy may be before it is cut, with a mark. */
const DEEPEST = 16
const MOST_ENTRIES = 200
const LONGEST_TEXT = 16 * 1024
const LONGEST_NAME = 256
const MOST_CHARACTERS = 64 * 1024

/** A secret at the edge of what is kept has to be seen whole to be recognized. */
const SEEN_BEYOND_EDGE = 512

const LARGEST_BIGINT = 10n ** 1000n

const NOTHING_HIDDEN = new Redaction(false)
const NO_TRAIL: readonly string[] = []

/** One copy of a line's data or error, as JSON: bounded, and without its secrets. */
export class Copy {
  readonly #redaction: Redaction
  /** The objects that are being copied, the outermost first. */
  readonly #above: object[] = []
  /** The names and indexes that lead to the value being copied; undefined where nobody asks. */
  readonly #trail: string[] | undefined
  /** How many characters may still be copied: counted as JSON has them, but for escapes. */
  #left = MOST_CHARACTERS

  constructor(redaction: Redaction) {
    this.#redaction = redaction
    this.#trail = redaction.needsPlace ? [] : undefined
  }

  value(value: unknown): JsonValue {
    switch (typeof value) {
      case 'string':
        return this.text(value)
      case 'number':
        return this.#number(value)
      case 'boolean':
        this.#left -= 6
        return value
      case 'bigint':
        return this.#bigint(value)
      case 'symbol':
        return this.text(`[${String(value)}]`)
      case 'function':
        return this.#function(value)
      case 'object':
        return this.#nullOrObject(value)
      default:
        this.#left -= 14
        return '[undefined]'
    }
  }

  text(
    text: string,
    place: Place = this.#trail ?? NO_TRAIL,
    longest: number = LONGEST_TEXT,
  ): string {
    const room = Math.max(0, Math.min(longest, this.#left))
    const shown =
      text.length <= room
        ? this.#redaction.text(text, place)
        : this.#redaction.text(text.slice(0, room + SEEN_BEYOND_EDGE), place)
    this.#left -= Math.min(shown.length, room) + 3
    return text.length <= room ? cutText(shown, room) : begunText(shown, room, text.length)
  }

  /** The fields of that name, in that order. Fields that are undefined are left out. */
  fields(holder: object, names: readonly string[]): Fields {
    const fields: Fields = {}
    this.#left -= 2
    for (let index = 0; index < names.length; index += 1) {
      if (index === MOST_ENTRIES || this.#left <= 0) {
        addFieldBeside(fields, '…', more(names.length - index))
        break
      }
      this.#field(fields, holder, names[index] ?? '')
    }
    return fields
  }

  /** What stands for something that threw when it was read. */
  threw(error: unknown): string {
    return `[getter threw: ${this.#reason(error)}]`
  }

  #number(value: number): JsonValue {
    this.#left -= value < 1e6 && value > -1e6 && Number.isInteger(value) ? 8 : 25
    if (!Number.isFinite(value)) return String(value)
    // JSON has no minus zero.
    if (value === 0) return 0
    if (!this.#redaction.checksNumber(value)) return value
    const spelt = String(value)
    const shown = this.#redaction.text(spelt, this.#trail ?? NO_TRAIL)
    return shown === spelt ? value : shown
  }

  #bigint(value: bigint): string {
    if (value >= LARGEST_BIGINT || value <= -LARGEST_BIGINT) return this.#mark('[bigint, too long]')
    const spelt = String(value)
    const shown = this.text(spelt)
    return shown === spelt ? `${spelt}n` : shown
  }

  #function({ name }: { readonly name: unknown }): string {
    return this.text(`[function ${typeof name === 'string' && name !== '' ? name : 'anonymous'}]`)
  }

  #nullOrObject(value: object | null): JsonValue {
    if (value !== null) return this.#object(value, true)
    this.#left -= 5
    return null
  }

  #object(value: object, asksToJson: boolean): JsonValue {
    if (this.#above.includes(value)) return this.#mark('[circular]')
    if (this.#above.length >= DEEPEST) {
      return this.#mark(Array.isArray(value) ? '[array, too deep]' : '[object, too deep]')
    }
    const depth = this.#above.push(value)
    try {
      return this.#contents(value, asksToJson)
    } catch (error) {
      return this.threw(error)
    } finally {
      this.#above.length = depth - 1
    }
  }

  #contents(value: object, asksToJson: boolean): JsonValue {
    if (Array.isArray(value)) return this.#array(value)
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) {
      const special = this.#special(value)
      if (special !== undefined) return special
    }
    const toJson: unknown = asksToJson ? Reflect.get(value, 'toJSON') : undefined
    if (typeof toJson !== 'function') return this.fields(value, Object.keys(value))
    const said: unknown = Reflect.apply(toJson, value, [''])
    if (said === value) return this.fields(value, Object.keys(value))
    return typeof said === 'object' && said !== null ? this.#object(said, false) : this.value(said)
  }

  #special(value: object): JsonValue | undefined {
    if (types.isMap(value)) return this.#map(value)
    if (types.isSet(value)) return this.#list(value, value.size)
    if (types.isNativeError(value) || value instanceof Error) {
      const known = ['name', 'message', 'cause', 'errors'].filter((name) => name in value)
      return this.fields(value, [...new Set([...known, ...Object.keys(value)])])
    }
    if (types.isBoxedPrimitive(value)) {
      const boxed: unknown = value.valueOf()
      if (typeof boxed !== 'object') return this.value(boxed)
    }
    if (types.isRegExp(value) || value instanceof URL) return this.text(String(value))
    const text = builtInText(value)
    return text === undefined ? undefined : this.#mark(text)
  }

  #array(array: readonly unknown[]): JsonValue {
    const { length } = array
    const list: JsonValue[] = []
    this.#left -= 2
    for (let index = 0; index < length; index += 1) {
      if (index === MOST_ENTRIES || this.#left <= 0) {
        list.push(more(length - index))
        break
      }
      try {
        list.push(this.#element(index, array[index]))
      } catch (error) {
        list.push(this.threw(error))
      }
    }
    return list
  }

  #list(values: Iterable<unknown>, size: number): JsonValue {
    const list: JsonValue[] = []
    this.#left -= 2
    for (const value of values) {
      if (list.length === MOST_ENTRIES || this.#left <= 0) {
        list.push(more(size - list.length))
        break
      }
      list.push(this.#element(list.length, value))
    }
    return list
  }

  #map(map: ReadonlyMap<unknown, unknown>): JsonValue {
    const fields: Fields = {}
    let count = 0
    this.#left -= 2
    for (const [key, value] of map) {
      if (count === MOST_ENTRIES || this.#left <= 0) {
        addFieldBeside(fields, '…', more(map.size - count))
        break
      }
      count += 1
      const name = typeof key === 'string' ? key : spell(this.value(key))
      addFieldBeside(fields, this.#name(name), this.#member(name, value))
    }
    return fields
  }

  #field(fields: Fields, holder: object, name: string): void {
    let value: JsonValue
    try {
      const read: unknown = Reflect.get(holder, name)
      if (read === undefined) {
        this.#left -= name.length + 4
        return
      }
      value = this.#member(name, read)
    } catch (error) {
      value = this.threw(error)
    }
    const shownName = this.#name(name)
    if (shownName === name) addField(fields, name, value)
    else addFieldBeside(fields, shownName, value)
  }

  #name(name: string): string {
    this.#left -= Math.min(name.length, LONGEST_NAME) + 4
    if (name.length <= LONGEST_NAME) return this.#redaction.text(name, NO_TRAIL)
    const begun = name.slice(0, LONGEST_NAME + SEEN_BEYOND_EDGE)
    return begunText(this.#redaction.text(begun, NO_TRAIL), LONGEST_NAME, name.length)
  }

  /** The value of a named member; a name can make it a secret. */
  #member(name: string, value: unknown): JsonValue {
    if (this.#trail === undefined) {
      return this.#redaction.hidesMember(name, NO_TRAIL) ? this.#hidden(value) : this.value(value)
    }
    const depth = this.#trail.push(name)
    try {
      return this.#redaction.hidesMember(name, this.#trail)
        ? this.#hidden(value)
        : this.value(value)
    } finally {
      this.#trail.length = depth - 1
    }
  }

  #element(index: number, value: unknown): JsonValue {
    return this.#trail === undefined ? this.value(value) : this.#member(String(index), value)
  }

  /** That there is nothing is no secret. */
  #hidden(value: unknown): JsonValue {
    if (value === null || value === undefined) return null
    const secret = this.#redaction.needsValue ? spell(new Copy(NOTHING_HIDDEN).value(value)) : ''
    return this.#mark(this.#redaction.replacement(secret, this.#trail ?? NO_TRAIL))
  }

  #mark(mark: string): string {
    this.#left -= mark.length + 3
    return mark
  }

  #reason(error: unknown): string {
    try {
      return this.text(error instanceof Error ? error.message : String(error))
    } catch {
      return 'something that has no text'
    }
  }
}

function more(count: number): string {
  return count > 0 ? `[${count} more]` : '[more]'
}
