import { BoundedMap } from './bounded-map.ts'

export interface ThrottleBounds {
  /** How many failures have no consequence. */
  readonly free: number
  /** How long the next one has to wait, in milliseconds; twice as long after each further failure. */
  readonly firstMs: number
  /** The longest wait, in milliseconds. */
  readonly mostMs: number
  /** After so many milliseconds without a failure, those before are forgotten. */
  readonly forgetMs: number
}

interface Failures {
  readonly count: number
  readonly at: number
}

const MOST_KEYS = 10_000

/** Makes who fails wait, longer each time. It knows so many keys at most, the latest to fail. */
export class Throttle {
  readonly #bounds: ThrottleBounds
  readonly #failures = new BoundedMap<string, Failures>(MOST_KEYS)

  constructor(bounds: ThrottleBounds) {
    this.#bounds = bounds
  }

  /** @returns for how many milliseconds more this key has to wait; 0 for none */
  waitMs(key: string, now: number): number {
    const { free, firstMs, mostMs } = this.#bounds
    const { count, at } = this.#known(key, now)
    if (count < free) return 0
    const waitMs = Math.min(mostMs, firstMs * 2 ** Math.min(count - free, 30))
    return Math.max(0, at + waitMs - now)
  }

  /** Counts a try as failed. It is done before the try is checked, so that many at once are many. */
  fail(key: string, now: number): void {
    this.#failures.set(key, { count: this.#known(key, now).count + 1, at: now })
  }

  /** Takes one failure back. */
  forgiveOne(key: string, now: number): void {
    const { count, at } = this.#known(key, now)
    if (count <= 1) this.#failures.delete(key)
    else this.#failures.set(key, { count: count - 1, at })
  }

  forgiveAll(key: string): void {
    this.#failures.delete(key)
  }

  #known(key: string, now: number): Failures {
    const known = this.#failures.get(key)
    const isRecent = known !== undefined && now - known.at < this.#bounds.forgetMs
    return isRecent ? known : { count: 0, at: now }
  }
}
