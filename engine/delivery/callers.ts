import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { Receipt } from '../sinks/sink.ts'
import { waitsOnDisk } from './drop.ts'
import type { Listener, Shipment } from './shipment.ts'

const MOST_ON_DISK = 10_000

/** Those who committed events, and wait to be told what becomes of them. */
export class Callers<Content> {
  #count = 0
  /** Who waits for events that are on disk alone, by their keys there. */
  readonly #onDisk = new Map<string, Listener>()

  get isEmpty(): boolean {
    return this.#count === 0
  }

  add(shipment: Shipment<Content>): void {
    if (shipment.isAwaited) this.#count += 1
  }

  /** They wait on; where too many do, they are told that their event is safe and will be stored. */
  leaveOnDisk(shipment: Shipment<Content>, journalKey: string): void {
    if (this.#onDisk.size === MOST_ON_DISK) {
      this.tellFailed(shipment, waitsOnDisk(shipment.load.object))
      return
    }
    const listener = shipment.handOver()
    if (listener !== undefined) this.#onDisk.set(journalKey, listener)
  }

  /** Whoever waited for what was on disk waits for the shipment that was read back in its place. */
  readBack(shipment: Shipment<Content>, journalKey: string): void {
    const listener = this.#onDisk.get(journalKey)
    if (listener !== undefined) shipment.takeOver(listener)
    this.#onDisk.delete(journalKey)
  }

  tellStored(shipment: Shipment<Content>, receipt: Receipt): void {
    if (shipment.isAwaited) this.#count -= 1
    shipment.tellStored(receipt)
  }

  tellFailed(shipment: Shipment<Content>, error: StacktaleError): void {
    if (shipment.isAwaited) this.#count -= 1
    shipment.tellFailed(error)
  }
}
