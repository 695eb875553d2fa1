import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { Finding } from './finding.ts'
import { fine, wrong } from './finding.ts'

const SILENCE: ReadonlySet<string> = new Set(['endpoint-unreachable', 'timed-out'])

/** Whether the service answers, be it with a refusal. */
export function checkEndpoint(address: string | undefined, answer: unknown): Finding {
  if (answer instanceof StacktaleError && SILENCE.has(answer.code)) {
    const url = address ?? 'https://dynamodb.us-east-1.amazonaws.com'
    return wrong('endpoint', answer.message, `curl -sS ${url}`)
  }
  return fine('endpoint', address ?? 'answers')
}

/** Whether it is AWS itself, and not something that stands in for it. */
export function isAws(address: string | undefined): boolean {
  const hostname = URL.canParse(address ?? '') ? new URL(address ?? '').hostname : ''
  return /\.(amazonaws\.com(\.cn)?|api\.aws)$/.test(hostname)
}
