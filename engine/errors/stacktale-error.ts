/**
 * What can go wrong, as stable codes that a program may branch on.
 * docs/errors.md says for each what it means and what to do.
 */
export type ErrorCode =
  | 'option-invalid'
  | 'prefix-invalid'
  | 'object-without-id'
  | 'key-invalid'
  | 'key-too-long'
  | 'time-invalid'
  | 'limit-invalid'
  | 'level-unknown'
  | 'cursor-invalid'
  | 'table-missing'
  | 'table-mismatch'
  | 'region-missing'
  | 'credentials-missing'
  | 'credentials-rejected'
  | 'access-denied'
  | 'endpoint-unreachable'
  | 'throttled'
  | 'timed-out'
  | 'service-failed'
  | 'request-rejected'
  | 'trace-invalid'
  | 'sink-failed'
  | 'event-dropped'
  | 'event-journaled'
  | 'event-unfinished'
  | 'journal-unavailable'
  | 'journal-failed'
  | 'journal-full'
  | 'worker-failed'
  | 'body-damaged'
  | 'codec-unknown'
  | 'part-missing'
  | 'stream-missing'
  | 'record-poisoned'
  | 'viewer-unprotected'
  | 'limit-near'

/**
 * Every error that stacktale raises: a stable `code`, a message that says what was wrong, what was
 * expected and what to do, and the original error as `cause` where there is one.
 *
 * @example
 * ```ts
 * try {
 *   await log.commit()
 * } catch (error) {
 *   if (error instanceof StacktaleError && error.code === 'table-missing') await createTable()
 * }
 * ```
 */
export class StacktaleError extends Error {
  override readonly name = 'StacktaleError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
