import type { Express } from 'express'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'

/**
 * Has an app believe what these proxies say of a request. Without a word it believes none; mounted, it
 * does what its host does.
 *
 * @throws StacktaleError `option-invalid`, for `true` too: then any client could say it is any other
 */
export function trustProxies(app: Express, trusted: unknown): void {
  if (trusted === undefined) return
  if (!isNumberOfProxies(trusted) && !isListOfAddresses(trusted)) throw refusal(trusted)
  try {
    app.set('trust proxy', trusted)
  } catch (cause) {
    throw refusal(trusted, cause)
  }
}

function isNumberOfProxies(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10
}

function isListOfAddresses(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '')
}

function refusal(trusted: unknown, cause?: unknown): StacktaleError {
  return new StacktaleError(
    'option-invalid',
    `"trustProxy" must be how many proxies are in front of the viewer, 0 to 10, or a list of their addresses, such as ["10.0.0.0/8"]; it is ${JSON.stringify(trusted)}.`,
    { cause },
  )
}
