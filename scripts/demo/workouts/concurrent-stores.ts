import type { GenericLogger } from 'stacktale'
import { storeEvent } from './store-event.ts'
import type { User } from './users/user.ts'

/** Stores events side by side, but only so many at a time. */
export class ConcurrentStores {
  readonly #mostInFlight: number
  readonly #inFlight = new Set<Promise<void>>()
  #stored = 0

  constructor(mostInFlight: number) {
    this.#mostInFlight = mostInFlight
  }

  /** Commits the log at once; waits only while too many others are under way. */
  async add(log: GenericLogger<User>): Promise<void> {
    const storing = this.#store(log).finally(() => this.#inFlight.delete(storing))
    this.#inFlight.add(storing)
    if (this.#inFlight.size >= this.#mostInFlight) await Promise.race(this.#inFlight)
  }

  /** Waits for the last one. @returns how many events were stored */
  async finish(): Promise<number> {
    await Promise.all(this.#inFlight)
    return this.#stored
  }

  async #store(log: GenericLogger<User>): Promise<void> {
    if (await storeEvent(log)) this.#stored += 1
  }
}
