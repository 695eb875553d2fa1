import type { Clock } from './clock.ts'
import type { Latency } from './lookups/latency.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A clock that goes on by a little with every look at it, so that work done in no time seems to have taken some. */
export class SimulatedClock {
  #now: number
  readonly #random: SeededRandom

  constructor(now: number, random: SeededRandom) {
    this.#now = now
    this.#random = random
  }

  readonly read: Clock = () => {
    this.#now += this.#random.between(0.1, 0.8)
    return this.#now
  }

  /** A latency that takes no time but this clock's. */
  readonly pass: Latency = async (ms) => {
    this.#now += ms
  }

  /** Goes to a later time. Time that has passed stays passed. */
  jumpTo(time: number): void {
    this.#now = Math.max(this.#now, time)
  }
}
