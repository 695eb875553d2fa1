/** The value at a path of what a function was invoked with; undefined where there is none. */
export function valueAt(payload: unknown, ...path: readonly (string | number)[]): unknown {
  let value = payload
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = Reflect.get(value, name)
  }
  return value
}

/** The text at a path, if there is one that says something. */
export function textAt(
  payload: unknown,
  ...path: readonly (string | number)[]
): string | undefined {
  const value = valueAt(payload, ...path)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The value of a name, in whatever case it is written: the names of headers have none. */
export function valueInAnyCase(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined
  const own = Object.keys(holder).find((key) => key.toLowerCase() === name)
  return own === undefined ? undefined : valueAt(holder, own)
}

/** The records that a function was invoked with; none where it was invoked with something else. */
export function recordsOf(payload: unknown): readonly unknown[] {
  const records = valueAt(payload, 'Records')
  return Array.isArray(records) ? records : []
}
