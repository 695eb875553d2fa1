/** What is sent at a time while the rate is bounded: so much of a second's units, to make batches of them. */
const SHARE_OF_A_SECOND = 0.25
const LEAST_RATE = 1
/** Beyond this, a bound that was found before is forgotten. */
const MOST_RATE = 50_000
/** Throttled answers within this time are about the same excess. */
const CUT_INTERVAL_MS = 1_000
const CUT = 0.9
/** For how long nothing is sent after a cut, so that the table has some units again. */
const PAUSE_SECONDS = 0.5
/** How much the rate climbs in a second, and after how long without a cut that doubles. */
const CLIMB = 0.02
const DOUBLING_MS = 3_000
const MOST_CLIMB = 1
const WINDOW_MS = 2_000

/**
 * How fast to send, in write units a second. It knows no bound until the table throttles; then it
 * takes what the table gave lately, and climbs, slowly at first, until the table throttles again. So it stays
 * just under what there is, also where that changes or others write too.
 */
export class Pace {
  readonly #cap: number
  #rate: number
  #units: number
  #at: number | undefined
  #cutAt = -Infinity
  /** After the first cut, what the table gave is too little to tell its bound: the rate climbs fast to find it. */
  #isSearching = false
  #windowAt: number | undefined
  #granted = 0
  #measured: number | undefined

  /** @param cap write units a second that are never passed */
  constructor(cap: number = Infinity) {
    this.#cap = cap
    this.#rate = cap
    this.#units = Number.isFinite(cap) ? cap : 0
  }

  /** Write units a second; Infinity while no bound is known. */
  get rate(): number {
    return this.#rate
  }

  /** How many write units may be sent now; 0 for none yet. */
  allowance(now: number): number {
    if (this.#rate === Infinity) return Infinity
    this.#pass(now)
    return this.#units >= this.#share() ? this.#units : 0
  }

  /** How long until some may be sent. */
  waitMs(now: number): number {
    if (this.#rate === Infinity) return 0
    this.#pass(now)
    return Math.max(0, ((this.#share() - this.#units) / this.#rate) * 1000)
  }

  /** So many write units were sent. */
  sent(units: number): void {
    if (this.#rate !== Infinity) this.#units -= units
  }

  /** So many write units were taken by the table. */
  granted(units: number, now: number): void {
    this.#windowAt ??= now
    if (now - this.#windowAt >= WINDOW_MS) {
      this.#measured = this.#measure(now)
      this.#windowAt = now
      this.#granted = 0
    }
    this.#granted += units
  }

  /** The table gave less than it was asked for. */
  throttled(now: number): void {
    this.#pass(now)
    this.#units = Math.min(this.#units, 0)
    if (now - this.#cutAt < CUT_INTERVAL_MS) return
    this.#cutAt = now
    this.#isSearching = this.#rate === Infinity
    const measured = Math.max(this.#measured ?? 0, this.#measure(now) ?? 0)
    this.#rate = Math.max(LEAST_RATE, Math.min(this.#rate * CUT, measured))
    this.#units -= this.#rate * PAUSE_SECONDS
  }

  /** What the table gave lately, in write units a second. */
  #measure(now: number): number | undefined {
    if (this.#windowAt === undefined) return undefined
    return this.#granted / (Math.max(CUT_INTERVAL_MS, now - this.#windowAt) / 1000)
  }

  #pass(now: number): void {
    const seconds = (now - (this.#at ?? now)) / 1000
    this.#at = now
    const sinceCutMs = now - this.#cutAt
    if (Number.isFinite(sinceCutMs) && sinceCutMs > CUT_INTERVAL_MS) {
      const climbed = this.#rate * (1 + this.#climb(sinceCutMs)) ** seconds
      this.#rate = Math.min(this.#cap, climbed > MOST_RATE ? Infinity : climbed)
    }
    if (this.#rate === Infinity) return
    this.#units = Math.min(Math.max(this.#rate, LEAST_RATE), this.#units + this.#rate * seconds)
  }

  #climb(sinceCutMs: number): number {
    if (this.#isSearching) return MOST_CLIMB
    return Math.min(MOST_CLIMB, CLIMB * 2 ** Math.floor(sinceCutMs / DOUBLING_MS))
  }

  #share(): number {
    return Math.min(this.#rate * SHARE_OF_A_SECOND, 25)
  }
}
