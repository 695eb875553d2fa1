import type { ErrorCode, StacktaleError } from './stacktale-error.ts'

const PASSING = new Set<ErrorCode>([
  'throttled',
  'timed-out',
  'endpoint-unreachable',
  'service-failed',
])

/** Whether a failure passes by itself, so that trying again later is worth it. */
export function isPassing({ code }: StacktaleError): boolean {
  return PASSING.has(code)
}
