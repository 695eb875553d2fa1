import { types } from 'node:util'
import { isStack, rebuiltError } from '../lines/rebuilt-error.ts'

const SPLAT = Symbol.for('splat')
const FIELDS = ['message', 'error', 'err', 'exception', 'cause']

/** The error of a line. */
export interface FoundError {
  readonly error: Error
  /** Whether the line is the error's: its stack and its cause lie beside the message. */
  readonly isWhole: boolean
}

/**
 * The error that a line of winston's tells of. What a format has taken out of it stays out: without
 * a stack beside the message, only an error in a field of the line's is one.
 */
export function winstonError(info: object): FoundError | undefined {
  if (isError(info)) return { error: info, isWhole: true }
  const stack: unknown = Reflect.get(info, 'stack')
  if (isStack(stack)) return { error: errorOfStack(info, stack), isWhole: true }
  for (const field of FIELDS) {
    const value: unknown = Reflect.get(info, field)
    if (isError(value)) return { error: value, isWhole: false }
  }
  return undefined
}

/** The error itself where winston still has it, or else what its stack tells. */
function errorOfStack(info: object, stack: string): Error {
  const splat: unknown = Reflect.get(info, SPLAT)
  const given: unknown[] = [...(Array.isArray(splat) ? splat : []), ...Object.values(info)]
  const same = given.find((value) => isError(value) && value.stack === stack)
  return isError(same) ? same : rebuiltError({ stack, cause: Reflect.get(info, 'cause') })
}

function isError(value: unknown): value is Error {
  return types.isNativeError(value) || value instanceof Error
}
