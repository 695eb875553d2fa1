import { count } from './count.ts'

const SECOND_MS = 1000
const SECONDS_A_MINUTE = 60

/** How long to wait, rounded up: `in 8 seconds`, `in 3 minutes`. */
export function waitWords(waitMs: number): string {
  const seconds = Math.ceil(waitMs / SECOND_MS)
  return seconds < SECONDS_A_MINUTE
    ? `in ${count(seconds, 'second')}`
    : `in ${count(Math.ceil(seconds / SECONDS_A_MINUTE), 'minute')}`
}
