import type { AwsRequest } from './aws-request.ts'

/** How likely something is, from 0 to 1, or what decides it for a request. */
export type Chance = number | ((request: AwsRequest) => boolean)

export type FaultName =
  | 'delay'
  | 'resetBefore'
  | 'blackHole'
  | 'expiredCredentials'
  | 'tableGone'
  | 'throttle'
  | 'internalError'
  | 'unprocessed'
  | 'resetAfter'
  | 'blackHoleAfter'
  | 'internalErrorAfter'
  | 'cutReply'

/** What goes wrong. Each may be set at any time; where several strike, the first in this order does. */
export class Faults implements Record<FaultName, Chance> {
  /** The request waits for `delayMs` first; it may be struck by another fault then. */
  delay: Chance = 0
  delayMs = 0
  /** The connection is reset, and nothing was done. */
  resetBefore: Chance = 0
  /** Nothing is done and nothing answered; the connection stays open. */
  blackHole: Chance = 0
  /** `ExpiredTokenException`, 400. */
  expiredCredentials: Chance = 0
  /** `ResourceNotFoundException`, 400. */
  tableGone: Chance = 0
  /** `ThrottlingException`, 400. */
  throttle: Chance = 0
  /** `InternalServerError`, 500, and nothing was done. */
  internalError: Chance = 0
  /**
   * Asked for each put and delete of a batch, with a request that holds no other: it comes back in
   * `UnprocessedItems`. Where all do, the batch is throttled, as AWS does it.
   */
  unprocessed: Chance = 0
  /** The request is done and its reply lost: the connection closes. */
  resetAfter: Chance = 0
  /** The request is done and never answered; the connection stays open. */
  blackHoleAfter: Chance = 0
  /** The request is done, and answered with `InternalServerError`, 500. */
  internalErrorAfter: Chance = 0
  /** The request is done, and the connection closes in the middle of the reply. */
  cutReply: Chance = 0

  /** Ends all of them. */
  clear(): void {
    Object.assign(this, new Faults())
  }
}
