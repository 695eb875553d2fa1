import { rebuiltError } from '../lines/rebuilt-error.ts'
import { isObject } from './is-object.ts'

/** An error as pino's serializer wrote it, made one again; undefined for anything else. */
export function pinoError(written: unknown): Error | undefined {
  if (!isObject(written)) return undefined
  const { type, name, message, stack, cause, aggregateErrors, ...fields } = written
  if (typeof message !== 'string' || typeof (type ?? stack) !== 'string') return undefined
  return rebuiltError({
    name: [name, type].find((text) => typeof text === 'string'),
    message,
    stack: typeof stack === 'string' ? stack : '',
    cause: pinoError(cause) ?? cause,
    errors: Array.isArray(aggregateErrors)
      ? aggregateErrors.map((error: unknown) => pinoError(error) ?? error)
      : undefined,
    fields,
  })
}
