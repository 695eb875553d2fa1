import type { Charge, Direction } from './charge.ts'
import { resourceName } from './charge.ts'
import type { FaultName } from './faults.ts'

/** What happened so far. */
export class Counts {
  readonly #clock: () => number
  readonly #requests = new Map<string, number>()
  readonly #injected = new Map<FaultName, number>()
  readonly #puts = new Map<string, number>()
  readonly #units = new Map<string, number>()
  readonly #unitsBySecond = new Map<string, Map<number, number>>()
  #throttledPuts = 0
  #throttledReads = 0

  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** Requests that came in whole, by operation, such as `PutItem`. */
  get requests(): ReadonlyMap<string, number> {
    return this.#requests
  }

  /** How often each fault struck, where it did. For `unprocessed` that is the number of puts. */
  get injected(): ReadonlyMap<FaultName, number> {
    return this.#injected
  }

  /** Single puts and deletes turned away, also out of batches, because units were used up. */
  get throttledPuts(): number {
    return this.#throttledPuts
  }

  get throttledReads(): number {
    return this.#throttledReads
  }

  /** How often a put of each key was passed on, by table and key values: `table object timestamp`. */
  get puts(): ReadonlyMap<string, number> {
    return this.#puts
  }

  /** How often a put of one key was passed on. */
  putsOf(table: string, ...keyValues: readonly string[]): number {
    return this.#puts.get([table, ...keyValues].join(' ')) ?? 0
  }

  /** The write units that a table, or one of its indexes, has given. */
  writeUnits(table: string, index?: string): number {
    return this.#units.get(`write ${resourceName(table, index)}`) ?? 0
  }

  /** The read units that a table, or one of its indexes, has given. */
  readUnits(table: string, index?: string): number {
    return this.#units.get(`read ${resourceName(table, index)}`) ?? 0
  }

  /** The units given in each second of the clock in which there were any. */
  unitsBySecond(direction: Direction, table: string, index?: string): ReadonlyMap<number, number> {
    return this.#unitsBySecond.get(`${direction} ${resourceName(table, index)}`) ?? new Map()
  }

  request(operation: string): void {
    add(this.#requests, operation, 1)
  }

  fault(name: FaultName): void {
    add(this.#injected, name, 1)
  }

  put(key: string): void {
    add(this.#puts, key, 1)
  }

  throttled(direction: Direction): void {
    if (direction === 'write') this.#throttledPuts += 1
    else this.#throttledReads += 1
  }

  consumed(direction: Direction, charges: readonly Charge[]): void {
    const second = Math.floor(this.#clock() / 1000)
    for (const { table, index, units } of charges) {
      const name = `${direction} ${resourceName(table, index)}`
      const bySecond = this.#unitsBySecond.get(name) ?? new Map<number, number>()
      this.#unitsBySecond.set(name, bySecond)
      add(bySecond, second, units)
      add(this.#units, name, units)
    }
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more)
}
