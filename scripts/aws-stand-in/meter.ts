import type { Charge, Direction } from './charge.ts'
import { resourceName } from './charge.ts'
import type { Counts } from './counts.ts'
import { TokenBucket } from './token-bucket.ts'

/** Units a second. Undefined is without limit, as on demand. */
export interface Throughput {
  readonly write?: number | undefined
  readonly read?: number | undefined
}

/** What is provisioned for each table, and for each of its indexes. */
export interface Units {
  readonly table?: Throughput | undefined
  readonly index?: Throughput | undefined
}

export interface MeterOptions {
  readonly units: Units
  readonly burstSeconds: number
  readonly credit: 'full' | 'empty'
  readonly clock: () => number
}

/** The buckets of all tables and indexes. */
export class Meter {
  readonly #options: MeterOptions
  readonly #counts: Counts
  readonly #buckets = new Map<string, TokenBucket>()

  constructor(options: MeterOptions, counts: Counts) {
    this.#options = options
    this.#counts = counts
  }

  /** Whether something is left in every bucket that is charged. */
  canTake(direction: Direction, charges: readonly Charge[]): boolean {
    return charges.every((charge) => (this.#bucket(direction, charge)?.level() ?? 1) > 0)
  }

  take(direction: Direction, charges: readonly Charge[]): void {
    for (const charge of charges) this.#bucket(direction, charge)?.take(charge.units)
    this.#counts.consumed(direction, charges)
  }

  giveBack(direction: Direction, charges: readonly Charge[]): void {
    for (const charge of charges) this.#bucket(direction, charge)?.giveBack(charge.units)
    this.#counts.consumed(
      direction,
      charges.map((charge) => ({ ...charge, units: -charge.units })),
    )
  }

  #bucket(direction: Direction, { table, index }: Charge): TokenBucket | undefined {
    const { units, burstSeconds, credit, clock } = this.#options
    const unitsPerSecond = units[index === undefined ? 'table' : 'index']?.[direction]
    if (unitsPerSecond === undefined) return undefined
    const name = `${direction} ${resourceName(table, index)}`
    const bucket =
      this.#buckets.get(name) ?? new TokenBucket({ unitsPerSecond, burstSeconds, credit, clock })
    this.#buckets.set(name, bucket)
    return bucket
  }
}
