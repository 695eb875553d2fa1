/** A put of counts is due once the events took so many times its write units. */
const UNITS_FOR_ONE = 100
/** So that a busy writer does not put all the time. */
const LEAST_INTERVAL_MS = 1_000
/** How long after a put a flush puts again, whatever it takes. */
const FLUSH_INTERVAL_MS = 60_000

/** Says when counts may be put, so that they take at most 1 % of what the events take. */
export class PutBudget {
  readonly #now: () => number
  #eventUnits = 0
  #putUnits = 0
  #putAt = -Infinity

  /** @param now milliseconds from any beginning */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Whether it is so long ago that a flush puts. */
  get isDueAtFlush(): boolean {
    return this.#now() - this.#putAt >= FLUSH_INTERVAL_MS
  }

  get isTooSoon(): boolean {
    return this.#now() - this.#putAt < LEAST_INTERVAL_MS
  }

  /** Events took so many write units. */
  earn(writeUnits: number): void {
    this.#eventUnits += writeUnits
  }

  affords(writeUnits: number): boolean {
    return (this.#putUnits + writeUnits) * UNITS_FOR_ONE <= this.#eventUnits
  }

  /** A put is tried that takes so many, whether or not it succeeds. */
  spend(writeUnits: number): void {
    this.#putUnits += writeUnits
    this.#putAt = this.#now()
  }
}
