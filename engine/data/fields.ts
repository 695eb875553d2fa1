import type { JsonValue } from '../event.ts'

/** A copy of an object while it grows. */
export type Fields = Record<string, JsonValue>

/** Adds a field; one that is called `__proto__` becomes a field like others. */
export function addField(fields: Fields, name: string, value: JsonValue): void {
  if (name === '__proto__') {
    Object.defineProperty(fields, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  } else {
    fields[name] = value
  }
}

/** Adds a field whose name may be taken, because it was made up or cut: nothing is overwritten. */
export function addFieldBeside(fields: Fields, name: string, value: JsonValue): void {
  let free = name
  for (let count = 2; Object.hasOwn(fields, free); count += 1) free = `${name} (${count})`
  addField(fields, free, value)
}
