export interface BucketOptions {
  readonly unitsPerSecond: number
  /** How many seconds of unused units it keeps. It always holds one second's. */
  readonly burstSeconds: number
  readonly credit: 'full' | 'empty'
  /** Milliseconds from any beginning. */
  readonly clock: () => number
}

/**
 * Provisioned units as DynamoDB keeps them: they flow in, unused ones pile up to a limit, and what is
 * taken may exceed what is left as long as something is left.
 */
export class TokenBucket {
  readonly #options: BucketOptions
  readonly #capacity: number
  #level: number
  #filledAt: number

  constructor(options: BucketOptions) {
    this.#options = options
    this.#capacity = options.unitsPerSecond * Math.max(1, options.burstSeconds)
    this.#level = options.credit === 'full' ? this.#capacity : 0
    this.#filledAt = options.clock()
  }

  /** The units in it now, below zero while it is in debt. */
  level(): number {
    const now = this.#options.clock()
    const inflow = ((now - this.#filledAt) / 1000) * this.#options.unitsPerSecond
    this.#filledAt = now
    this.#level = Math.min(this.#capacity, this.#level + inflow)
    return this.#level
  }

  take(units: number): void {
    this.#level = this.level() - units
  }

  giveBack(units: number): void {
    this.#level = Math.min(this.#capacity, this.level() + units)
  }
}
