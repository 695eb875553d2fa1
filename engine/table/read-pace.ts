import { setTimeout as delay } from 'node:timers/promises'
import { LEAST_READ_UNITS } from './read-units.ts'
import { FEED_UNITS, TABLE_UNITS } from './schema.ts'

/**
 * Read units a second, of the table and as many of its index, by which two processes that read stay
 * within what a free table has.
 */
export const SHARED_READ_UNITS_PER_SECOND: number = Math.floor(
  Math.min(TABLE_UNITS.read, FEED_UNITS.read) / 2,
)

/** What may be read at once after a pause: as much as a page takes at most, unless it is told otherwise. */
const MOST_UNITS = 25

export interface PaceTimes {
  /** Milliseconds from any beginning. Default: `performance.now`. */
  readonly clock?: () => number
  /** Default: a timer. */
  readonly wait?: (ms: number) => Promise<unknown>
}

/**
 * How fast to read of a table, or of an index. What a request takes is known when it is answered, so
 * units can be owed; then the next one waits.
 */
export class ReadPace {
  readonly #unitsPerSecond: number
  readonly #clock: () => number
  readonly #wait: (ms: number) => Promise<unknown>
  #units = MOST_UNITS
  #at: number

  constructor(
    unitsPerSecond: number,
    { clock = () => performance.now(), wait = delay }: PaceTimes,
  ) {
    this.#unitsPerSecond = unitsPerSecond
    this.#clock = clock
    this.#wait = wait
    this.#at = clock()
  }

  /** Resolves when the next request may be made, for which the least that it can take is set aside. */
  async turn(): Promise<void> {
    if (this.#unitsPerSecond === Infinity) return
    this.#flow()
    this.#units -= LEAST_READ_UNITS
    if (this.#units < 0) await this.#wait((-this.#units / this.#unitsPerSecond) * 1000)
  }

  /** A request took so many units. */
  took(units: number): void {
    this.#units -= units - LEAST_READ_UNITS
  }

  /** A request was throttled: others have taken what there was. */
  throttled(): void {
    this.#units = Math.min(this.#units + LEAST_READ_UNITS, 0)
  }

  #flow(): void {
    const now = this.#clock()
    const inflow = ((now - this.#at) / 1000) * this.#unitsPerSecond
    this.#at = now
    this.#units = Math.min(MOST_UNITS, this.#units + inflow)
  }
}

const shared = new Map<string, ReadPace>()

/** The pace that all readers of one thing share in this process. */
export function sharedPace(name: string, unitsPerSecond: number): ReadPace {
  const key = `${unitsPerSecond} ${name}`
  const pace = shared.get(key) ?? new ReadPace(unitsPerSecond, {})
  shared.set(key, pace)
  return pace
}
