import type { StacktaleError } from '../errors/stacktale-error.ts'
import { isPassing } from '../errors/is-passing.ts'
import { backoffMs } from '../backoff.ts'

const AFTER_PASSING = { firstMs: 50, mostMs: 10_000 }
const AFTER_OTHERS = { firstMs: 1_000, mostMs: 10_000 }
/** How many failures in a row, and for how long, until those who wait are told. */
const FAILURES_TO_TELL = 5
const PATIENCE_MS = 1_000
/** Someone who waits to be told is not kept waiting for longer than this until the next try. */
const HURRY_MS = 1_000

/**
 * Stands open while storing works. After a failure it opens for one try at a time, after pauses that
 * grow, so that a service in trouble is not asked by every event that waits.
 */
export class Gate {
  readonly #random: () => number
  #failures = 0
  #firstFailedAt = 0
  #lastFailedAt = -Infinity
  #opensAt = 0

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  get isOpen(): boolean {
    return this.#failures === 0
  }

  waitMs(now: number): number {
    return Math.max(0, this.#opensAt - now)
  }

  passed(): void {
    this.#failures = 0
    this.#opensAt = 0
  }

  /** Someone waits: brings the next try forward, though not so that each event makes one. */
  hurry(): void {
    this.#opensAt = Math.min(this.#opensAt, this.#lastFailedAt + HURRY_MS)
  }

  /** Lets the next try through at once. */
  retryNow(): void {
    this.passed()
    this.#lastFailedAt = -Infinity
  }

  /**
   * A try failed. Those that set out before the last failure tell nothing new.
   *
   * @param startedAt when the try began
   * @returns whether it is time to tell those who wait
   */
  failed(error: StacktaleError, startedAt: number, now: number): boolean {
    const isFailureOfNow = startedAt >= this.#lastFailedAt
    if (isFailureOfNow) {
      this.#failures += 1
      if (this.#failures === 1) this.#firstFailedAt = now
      this.#lastFailedAt = now
      const bounds = isPassing(error) ? AFTER_PASSING : AFTER_OTHERS
      this.#opensAt = now + backoffMs(this.#failures, bounds, this.#random)
    }
    if (!isPassing(error)) return true
    return this.#failures >= FAILURES_TO_TELL && now - this.#firstFailedAt >= PATIENCE_MS
  }
}
