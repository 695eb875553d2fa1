import type { AwsRequest } from './aws-request.ts'
import type { Counts } from './counts.ts'
import type { FaultName, Faults } from './faults.ts'
import type { Reply } from './reply.ts'
import { expiredCredentials, internalError, tableGone, throttling } from './reply.ts'

/** What becomes of a request: an answer, or something that happens to its connection. */
export type Outcome = Reply | 'reset' | 'silence' | { readonly cut: Reply }

/** Decides which faults strike, and counts them. */
export class Disturber {
  readonly #faults: Faults
  readonly #counts: Counts
  readonly #random: () => number

  constructor(faults: Faults, counts: Counts, random: () => number) {
    this.#faults = faults
    this.#counts = counts
    this.#random = random
  }

  strikes(name: FaultName, request: AwsRequest): boolean {
    const chance = this.#faults[name]
    const isStruck =
      typeof chance === 'number' ? chance > 0 && this.#random() < chance : chance(request)
    if (isStruck) this.#counts.fault(name)
    return isStruck
  }

  /** What happens to a request instead of its being done; undefined where nothing does. */
  before(request: AwsRequest): Outcome | undefined {
    if (this.strikes('resetBefore', request)) return 'reset'
    if (this.strikes('blackHole', request)) return 'silence'
    if (this.strikes('expiredCredentials', request)) return expiredCredentials()
    if (this.strikes('tableGone', request)) return tableGone()
    if (this.strikes('throttle', request)) return throttling()
    return this.strikes('internalError', request) ? internalError() : undefined
  }

  /** What happens to the reply to a request that was done. */
  after(request: AwsRequest, reply: Reply): Outcome {
    if (this.strikes('resetAfter', request)) return 'reset'
    if (this.strikes('blackHoleAfter', request)) return 'silence'
    if (this.strikes('internalErrorAfter', request)) return internalError()
    return this.strikes('cutReply', request) ? { cut: reply } : reply
  }
}
