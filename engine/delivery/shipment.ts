import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { Receipt } from '../sinks/sink.ts'
import type { Load } from './load.ts'

/** Told once what became of an event; a failure told here does not end its delivery. */
export interface Listener {
  stored(receipt: Receipt): void
  failed(error: StacktaleError): void
}

/** An accepted event on its way to where it is stored. */
export class Shipment<Content> {
  readonly load: Load<Content>
  /** Its key in the journal, once it is there. */
  journalKey: string | undefined
  /** How often it was tried in vain. */
  tries = 0
  /** How often it was refused when it was sent alone. */
  refusals = 0
  /** Whether it is sent alone, because it was refused in the company of others. */
  isAlone = false
  #listener: Listener | undefined

  constructor(load: Load<Content>, listener?: Listener, journalKey?: string) {
    this.load = load
    this.#listener = listener
    this.journalKey = journalKey
  }

  get isJournaled(): boolean {
    return this.journalKey !== undefined
  }

  /** Whether someone still waits to be told. */
  get isAwaited(): boolean {
    return this.#listener !== undefined
  }

  /** Gives up who waits to be told, for the shipment that is read back in its place. */
  handOver(): Listener | undefined {
    const listener = this.#listener
    this.#listener = undefined
    return listener
  }

  takeOver(listener: Listener): void {
    this.#listener = listener
  }

  tellStored(receipt: Receipt): void {
    this.#listener?.stored(receipt)
    this.#listener = undefined
  }

  tellFailed(error: StacktaleError): void {
    this.#listener?.failed(error)
    this.#listener = undefined
  }
}
