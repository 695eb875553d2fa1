export interface RestartLimits {
  /** How many deaths within the window are made good. Default 6. */
  readonly deaths: number
  /** The window, in milliseconds. Default 30,000. */
  readonly withinMs: number
}

export const DEFAULT_LIMITS: RestartLimits = { deaths: 6, withinMs: 30_000 }

const FIRST_DELAY_MS = 50
const LONGEST_DELAY_MS = 2_000

/** Decides after each death of a process whether to start it again, and how long to wait before. */
export class RestartPolicy {
  readonly #limits: RestartLimits
  #recentDeaths: readonly number[] = []

  constructor(limits: RestartLimits = DEFAULT_LIMITS) {
    this.#limits = limits
  }

  /**
   * Records a death at `now` (ms). Returns the milliseconds to wait before the next start, undefined
   * when there were too many.
   */
  delayAfterDeath(now: number): number | undefined {
    this.#recentDeaths = [...this.#recentDeaths, now].filter(
      (time) => time > now - this.#limits.withinMs,
    )
    const deaths = this.#recentDeaths.length
    if (deaths > this.#limits.deaths) return undefined
    return Math.min(FIRST_DELAY_MS * 2 ** (deaths - 1), LONGEST_DELAY_MS)
  }
}
