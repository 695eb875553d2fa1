import type { Ledger } from '../ledger.ts'
import type { Failure, FromWorker } from './messages.ts'

/** Gathers what became of events, and says it once a turn of the event loop. */
export class Outcomes {
  readonly #ledger: () => Ledger
  readonly #say: (message: FromWorker) => void
  #stored: number[] = []
  #failed: (readonly [number: number, failure: Failure])[] = []
  #taken = 0
  #isDue = false

  constructor(ledger: () => Ledger, say: (message: FromWorker) => void) {
    this.#ledger = ledger
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
    this.#say({ type: 'outcomes', stored, failed, ledger: this.#ledger(), taken: this.#taken })
  }
}
