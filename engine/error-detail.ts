import type { ErrorDetail } from './event.ts'
import { plainData, plainText } from './plain-data.ts'

/** How far a chain of causes is followed, and how many errors of an AggregateError are kept. */
const LONGEST_CHAIN = 10
const MOST_ERRORS = 20

const OWN_FIELDS = new Set(['name', 'message', 'stack', 'cause', 'errors', 'code'])

/** Any thrown value, an Error or not, with its chain of causes. It never throws. */
export function errorDetail(thrown: unknown): ErrorDetail {
  return describe(thrown, [])
}

/** The heading of an error: `name: message`. */
export function errorHeading({ name, message }: ErrorDetail): string {
  return message === '' ? name : `${name}: ${message}`
}

function describe(thrown: unknown, above: readonly unknown[]): ErrorDetail {
  try {
    if (above.includes(thrown)) return { name: 'Circular', message: 'this error is its own cause' }
    if (above.length === LONGEST_CHAIN)
      return { name: 'Cut', message: 'the chain of causes goes on' }
    return thrown instanceof Error
      ? describeError(thrown, [...above, thrown])
      : describeValue(thrown)
  } catch {
    return { name: 'Unreadable', message: 'this error threw when it was read' }
  }
}

function describeError(error: Error, above: readonly unknown[]): ErrorDetail {
  const { name, message }: { readonly name: unknown; readonly message: unknown } = error
  const stack = framesOf(error.stack)
  const code: unknown = 'code' in error ? error.code : undefined
  const others = Object.entries(error).filter(([field]) => !OWN_FIELDS.has(field))
  const gathered = error instanceof AggregateError ? error.errors.slice(0, MOST_ERRORS) : []
  return {
    name: String(name),
    message: String(message),
    ...(stack !== undefined && { stack }),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(others.length > 0 && { data: plainData(Object.fromEntries(others)) }),
    ...(error.cause !== undefined && { cause: describe(error.cause, above) }),
    ...(gathered.length > 0 && {
      errors: gathered.map((inner: unknown) => describe(inner, above)),
    }),
  }
}

function describeValue(thrown: unknown): ErrorDetail {
  return { name: thrown === null ? 'null' : typeof thrown, message: plainText(thrown) }
}

/** The frames alone: the heading is kept apart, and may itself have several lines. */
function framesOf(stack: unknown): string | undefined {
  if (typeof stack !== 'string') return undefined
  const first = stack.search(/^ {4}at /m)
  return first === -1 ? undefined : stack.slice(first).replace(/^ {4}/gm, '')
}
