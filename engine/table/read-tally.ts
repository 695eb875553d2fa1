import { HOUR_MS } from '../hours.ts'

/** What was read in this process of one table. */
export interface ReadByProcess {
  /** When its first reader was made, in milliseconds since the epoch. */
  readonly since: number
  readonly readUnits: number
  /** The most in an hour of the clock. */
  readonly mostInAnHour: number
}

/** Adds up what is read of a table, and of its index. */
export class ReadTally {
  readonly #clock: () => number
  readonly #since: number
  #readUnits = 0
  #hour = 0
  #inHour = 0
  #mostInAnHour = 0

  /** @param clock milliseconds since the epoch */
  constructor(clock: () => number) {
    this.#clock = clock
    this.#since = clock()
  }

  get sum(): ReadByProcess {
    return {
      since: this.#since,
      readUnits: this.#readUnits,
      mostInAnHour: this.#mostInAnHour,
    }
  }

  took(units: number): void {
    const hour = Math.floor(this.#clock() / HOUR_MS)
    if (hour !== this.#hour) this.#inHour = 0
    this.#hour = hour
    this.#inHour += units
    this.#readUnits += units
    this.#mostInAnHour = Math.max(this.#mostInAnHour, this.#inHour)
  }
}

const shared = new Map<string, ReadTally>()

/** The tally that all readers of a place share in this process. */
export function sharedTally(name: string): ReadTally {
  const tally = shared.get(name) ?? new ReadTally(Date.now)
  shared.set(name, tally)
  return tally
}
