import { inspect } from 'node:util'

interface PlainError {
  readonly message: string
  readonly stack?: string | undefined
  readonly cause?: PlainError
}

/** Makes an error keep what it says when it is sent as JSON, which leaves out causes and refuses some values. */
export function makeSendable(error: unknown): void {
  if (!(error instanceof Error)) return
  for (const [name, value] of Object.entries(error)) {
    if (!isJson(value)) Object.assign(error, { [name]: inspect(value) })
  }
  if (error.cause === undefined) return
  const value = plainError(error.cause, new Set([error]))
  Object.defineProperty(error, 'cause', { value, enumerable: true, writable: true })
}

function plainError(error: unknown, seen: Set<unknown>): PlainError {
  if (!(error instanceof Error) || seen.has(error)) return { message: inspect(error) }
  const { message, stack, cause } = error
  seen.add(error)
  return { message, stack, ...(cause !== undefined && { cause: plainError(cause, seen) }) }
}

function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value)
    return true
  } catch {
    return false
  }
}
