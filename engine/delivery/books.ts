import type { DropReason, Ledger } from './ledger.ts'

/** Keeps the ledger. Each count is kept by itself, so that a slip shows as one that does not balance. */
export class Books {
  #accepted = 0
  #stored = 0
  #inFlight = 0
  #journaled = 0
  readonly #dropped = new Map<DropReason, number>()

  get ledger(): Ledger {
    return {
      accepted: this.#accepted,
      stored: this.#stored,
      inFlight: this.#inFlight,
      journaled: this.#journaled,
      dropped: [...this.#dropped.values()].reduce((sum, count) => sum + count, 0),
      droppedBy: Object.fromEntries(this.#dropped),
    }
  }

  accept(): void {
    this.#accepted += 1
    this.#inFlight += 1
  }

  /** Events of a process that ended, found in the journal. */
  recover(count: number): void {
    this.#accepted += count
    this.#journaled += count
  }

  journal(): void {
    this.#inFlight -= 1
    this.#journaled += 1
  }

  store(wasJournaled: boolean): void {
    this.#leave(wasJournaled)
    this.#stored += 1
  }

  drop(reason: DropReason, wasJournaled: boolean): void {
    this.#leave(wasJournaled)
    this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + 1)
  }

  #leave(wasJournaled: boolean): void {
    if (wasJournaled) this.#journaled -= 1
    else this.#inFlight -= 1
  }
}
