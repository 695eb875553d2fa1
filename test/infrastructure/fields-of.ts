export type Fields = Readonly<Record<string, unknown>>

/** The fields of what should be an object. @throws TypeError for anything else */
export function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null) return { ...value }
  throw new TypeError(`An object was expected; this is ${JSON.stringify(value)}.`)
}
