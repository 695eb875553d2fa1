import { LineError } from './line-error.ts'

/** @throws LineError for what is not an object */
export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return new Fields(new Map(Object.entries(value)))
  }
  throw new LineError(`Expected ${what}, which is an object.`)
}

/** The fields of an object that came from outside. Each method throws a LineError for what it does not expect. */
export class Fields {
  readonly #values: ReadonlyMap<string, unknown>
  readonly #known = new Set<string>()

  constructor(values: ReadonlyMap<string, unknown>) {
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  checked<Value>(
    name: string,
    isExpected: (value: unknown) => value is Value,
    expected: string,
  ): Value {
    this.#known.add(name)
    const value = this.#values.get(name)
    if (isExpected(value)) return value
    throw new LineError(`"${name}" must be ${expected}; it is ${shown(value)}.`)
  }

  text(name: string): string {
    return this.checked(name, isText, 'a text')
  }

  number(name: string): number {
    return this.checked(name, isNumber, 'a number of 0 or more')
  }

  list(name: string): readonly unknown[] {
    return this.checked(name, isList, 'a list')
  }

  flag(name: string): boolean {
    this.#known.add(name)
    return this.has(name) && this.checked(name, isBoolean, 'true or false')
  }

  optionalTexts<Name extends string>(names: readonly Name[]): { [name in Name]?: string } {
    const found: { [name in Name]?: string } = {}
    for (const name of names) if (this.has(name)) found[name] = this.text(name)
    return found
  }

  optionalNumbers<Name extends string>(names: readonly Name[]): { [name in Name]?: number } {
    const found: { [name in Name]?: number } = {}
    for (const name of names) if (this.has(name)) found[name] = this.number(name)
    return found
  }

  /** A field that nobody asked for would be lost. */
  refuseOthers(ignored: readonly string[] = []): void {
    for (const name of this.#values.keys()) {
      if (this.#known.has(name) || ignored.includes(name)) continue
      throw new LineError(
        `It has a field that this version does not know: ${JSON.stringify(name)}.`,
      )
    }
  }
}

const LONGEST_SHOWN = 60

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  const json = JSON.stringify(value)
  return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}…` : json
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 0
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
