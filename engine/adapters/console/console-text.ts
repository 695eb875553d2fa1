import { formatWithOptions, inspect, types } from 'node:util'
import { errorDetail, errorHeading } from '../../error-detail.ts'

/** What was printed: a text, an error, or both. */
export interface ConsoleText {
  readonly text?: string
  readonly thrown?: Error
}

/**
 * What the console would print, as Node formats it. The first error among the details is kept with its
 * stack and its causes, so the text has only its heading.
 */
export function consoleText(details: readonly unknown[]): ConsoleText {
  const thrown = details.find(isError)
  if (thrown === undefined) return { text: formatted(details) }
  if (details.length === 1) return { thrown }
  return {
    text: formatted(details.map((detail) => (detail === thrown ? headed(thrown) : detail))),
    thrown,
  }
}

function formatted(details: readonly unknown[]): string {
  return formatWithOptions({ colors: false }, ...details)
}

/** Something that is formatted as the error's heading, by whatever format. */
function headed(error: Error): object {
  const heading = errorHeading(errorDetail(error))
  const say = (): string => heading
  return { toString: say, toJSON: say, [inspect.custom]: say }
}

function isError(value: unknown): value is Error {
  return types.isNativeError(value) || value instanceof Error
}
