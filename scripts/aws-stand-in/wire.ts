/** A JSON object as it came over the wire: nothing is known of its values. */
export type WireObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object under a name, an empty one where there is none. */
export function objectAt(parent: unknown, name: string): WireObject {
  const value = isObject(parent) ? parent[name] : undefined
  return isObject(value) ? value : {}
}

/** The objects in the array under a name. */
export function objectsAt(parent: unknown, name: string): readonly WireObject[] {
  const value: unknown = isObject(parent) ? parent[name] : undefined
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function textAt(parent: unknown, name: string): string {
  const value = isObject(parent) ? parent[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** The object that a body holds, an empty one where it holds something else. */
export function parseObject(body: string): WireObject {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
