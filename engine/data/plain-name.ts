/**
 * A name as names are compared: without case, and without what separates its words, so that
 * `apiKey`, `api_key` and `API-KEY` are one.
 */
export function plainName(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[\p{P}\p{S}\s]/gu, '')
  return plain === '' ? name : plain
}
