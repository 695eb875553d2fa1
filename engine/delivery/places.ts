import type { FlushUntil } from './flushes.ts'
import type { Ledger } from './ledger.ts'
import { EMPTY_LEDGER, sumOf } from './ledger.ts'

/** A delivery to one place. */
interface Keeper {
  readonly ledger: Ledger
  /** Whether what is stored is counted too. */
  readonly isCounted?: boolean
  flush(timeoutMs: number, until: FlushUntil): Promise<unknown>
}

interface Place<Target, Kept> {
  readonly target: Target
  readonly name: string
  readonly kept: Kept
}

/** The deliveries to all places that events went to. Those with nothing left are forgotten, but for their counts. */
export class Places<Target, Kept extends Keeper> {
  #places: Place<Target, Kept>[] = []
  #forgotten: Ledger = EMPTY_LEDGER

  get ledger(): Ledger {
    return sumOf([this.#forgotten, ...this.#places.map(({ kept }) => kept.ledger)])
  }

  *[Symbol.iterator](): Iterator<Kept> {
    for (const { kept } of this.#places) yield kept
  }

  /** The delivery to a place, which is made if there is none. */
  at(target: Target, name: string, make: () => Kept): Kept {
    const known = this.#places.find((place) => place.target === target && place.name === name)
    if (known !== undefined) return known.kept
    this.#forgetIdle()
    const kept = make()
    this.#places.push({ target, name, kept })
    return kept
  }

  async flush(timeoutMs: number, until: FlushUntil): Promise<void> {
    await Promise.all(this.#places.map(({ kept }) => kept.flush(timeoutMs, until)))
  }

  #forgetIdle(): void {
    const idle = this.#places.filter(isIdle)
    this.#forgotten = sumOf([this.#forgotten, ...idle.map(({ kept }) => kept.ledger)])
    this.#places = this.#places.filter((place) => !idle.includes(place))
  }
}

/** Where nothing was accepted, a journal may still be opening that has some. */
function isIdle({ kept: { ledger, isCounted = true } }: Place<unknown, Keeper>): boolean {
  return isCounted && ledger.accepted > 0 && ledger.inFlight + ledger.journaled === 0
}
