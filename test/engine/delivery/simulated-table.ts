import { TokenBucket } from '../../../scripts/aws-stand-in/token-bucket.ts'
import type { BucketOptions } from '../../../scripts/aws-stand-in/token-bucket.ts'
import { Pace } from '../../../engine/delivery/pace.ts'

const LOADS_A_REQUEST = 25
const MOST_REQUESTS = 8
const TICK_MS = 5

export interface Simulation {
  readonly table: Omit<BucketOptions, 'clock'>
  readonly cap?: number
  /** Write units offered a second. */
  readonly offered: number
  readonly unitsOfLoad?: number
  readonly latencyMs?: number
}

interface Request {
  readonly answeredAt: number
  readonly loads: number
}

/** What the table was asked for at a time, in write units, and what of it was stored. */
interface Moment {
  readonly at: number
  readonly asked: number
  readonly stored: number
}

/** Loads of one size, sent at a pace to a table of so many units a second, on a clock that is turned by hand. */
export class PacedTable {
  offered: number
  readonly #pace: Pace
  readonly #unitsOfLoad: number
  readonly #latencyMs: number
  #table: TokenBucket
  #now = 0
  #waiting = 0
  #underWay: readonly Request[] = []
  #moments: Moment[] = []
  #requests = 0
  #throttledRequests = 0

  constructor({ table, cap, offered, unitsOfLoad = 2, latencyMs = 20 }: Simulation) {
    this.#pace = new Pace(cap)
    this.#table = this.#tableOf(table)
    this.offered = offered
    this.#unitsOfLoad = unitsOfLoad
    this.#latencyMs = latencyMs
  }

  get requests(): number {
    return this.#requests
  }

  get throttledRequests(): number {
    return this.#throttledRequests
  }

  get waitingLoads(): number {
    return Math.floor(this.#waiting)
  }

  /** Another provision from now on. */
  provision(table: Omit<BucketOptions, 'clock'>): void {
    this.#table = this.#tableOf(table)
  }

  /** Lets time pass. @returns the write units that were stored meanwhile */
  run(seconds: number): number {
    const from = this.#now
    for (const end = from + seconds * 1000; this.#now < end; this.#now += TICK_MS) {
      this.#waiting += (this.offered * TICK_MS) / 1000 / this.#unitsOfLoad
      this.#answer()
      this.#send()
    }
    return this.storedSince(from)
  }

  storedSince(from: number): number {
    const moments = this.#moments.filter(({ at }) => at >= from)
    return moments.reduce((sum, { stored }) => sum + stored, 0)
  }

  /** The most that was asked for in any window of so many milliseconds. */
  mostAskedWithin(windowMs: number): number {
    let [most, sum, first] = [0, 0, 0]
    for (const { at, asked } of this.#moments) {
      sum += asked
      for (let left = this.#moments[first]; left !== undefined && left.at <= at - windowMs;) {
        sum -= left.asked
        first += 1
        left = this.#moments[first]
      }
      most = Math.max(most, sum)
    }
    return most
  }

  #answer(): void {
    const answered = this.#underWay.filter(({ answeredAt }) => answeredAt <= this.#now)
    this.#underWay = this.#underWay.filter((request) => !answered.includes(request))
    for (const { loads } of answered) {
      let taken = 0
      while (taken < loads && this.#table.level() > 0) {
        this.#table.take(this.#unitsOfLoad)
        this.#pace.granted(this.#unitsOfLoad, this.#now)
        taken += 1
      }
      this.#moments.push({ at: this.#now, asked: 0, stored: taken * this.#unitsOfLoad })
      if (taken === loads) continue
      this.#waiting += loads - taken
      this.#throttledRequests += 1
      this.#pace.throttled(this.#now)
    }
  }

  #send(): void {
    while (this.#waiting >= 1 && this.#underWay.length < MOST_REQUESTS) {
      const allowance = this.#pace.allowance(this.#now)
      if (allowance <= 0) return
      const affordable = Math.max(1, Math.floor(allowance / this.#unitsOfLoad))
      const loads = Math.min(LOADS_A_REQUEST, affordable, Math.floor(this.#waiting))
      this.#waiting -= loads
      for (let left = loads; left > 0; left -= 1) this.#pace.sent(this.#unitsOfLoad)
      this.#underWay = [...this.#underWay, { answeredAt: this.#now + this.#latencyMs, loads }]
      this.#requests += 1
      this.#moments.push({ at: this.#now, asked: loads * this.#unitsOfLoad, stored: 0 })
    }
  }

  #tableOf(table: Omit<BucketOptions, 'clock'>): TokenBucket {
    return new TokenBucket({ ...table, clock: () => this.#now })
  }
}
