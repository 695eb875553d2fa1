import type { Ledger } from '../ledger.ts'
import type { Failure, FromWorker } from './messages.ts'

/** How things stand with all deliveries. */
export interface Standing {
  readonly ledger: Ledger
  readonly isCounted: boolean
}

/** Gathers what became of events, and says it once a turn of the event loop. */
export class Outcomes {
  readonly #standing: () => Standing
  readonly #say: (message: FromWorker) => void
  #stored: number[] = []
  #failed: (readonly [number: number, failure: Failure])[] = []
  #taken = 0
  #isDue = false

  constructor(standing: () => Standing, say: (message: FromWorker) => void) {
    this.#standing = standing
    this.#say = say
  }

  take(count: number): void {
    this.#taken += count
    this.sayLater()
  }

  stored(number: number, bytes: number, writeUnits: number): void {
    this.#stored.push(number, bytes, writeUnits)
    this.sayLater()
  }

  failed(number: number, failure: Failure): void {
    this.#failed.push([number, failure])
    this.sayLater()
  }

  sayLater(): void {
    if (this.#isDue) return
    this.#isDue = true
    setImmediate(() => {
      if (this.#isDue) this.say()
    })
  }

  say(): void {
    this.#isDue = false
    const [stored, failed] = [this.#stored, this.#failed]
    this.#stored = []
    this.#failed = []
    this.#say({ type: 'outcomes', stored, failed, ...this.#standing(), taken: this.#taken })
  }
}
