import { rankOf } from '../level.ts'
import type { Shipment } from './shipment.ts'

/** What one sending may hold. */
export interface Room {
  readonly loads: number
  readonly bytes: number
  /** Write units; a first load goes also where it takes more. */
  readonly units: number
}

/** How much of the bound is cleared when it is passed, so that this is not done for every event. */
const CLEARED = 0.05

/** Shipments waiting to be sent, the oldest first. */
export class Queue<Content> {
  #waiting: Shipment<Content>[] = []
  /** Those before it have left. */
  #head = 0
  #bytes = 0

  get length(): number {
    return this.#waiting.length - this.#head
  }

  /** What the waiting take in memory, about. */
  get bytes(): number {
    return this.#bytes
  }

  *[Symbol.iterator](): Iterator<Shipment<Content>> {
    for (let at = this.#head; at < this.#waiting.length; at += 1) {
      const shipment = this.#waiting[at]
      if (shipment !== undefined) yield shipment
    }
  }

  add(shipment: Shipment<Content>): void {
    this.#waiting.push(shipment)
    this.#bytes += shipment.load.bytes
  }

  /** Puts shipments that could not be sent back to the front. */
  putBack(shipments: readonly Shipment<Content>[]): void {
    if (shipments.length === 0) return
    this.#waiting = [...shipments, ...this]
    this.#head = 0
    for (const { load } of shipments) this.#bytes += load.bytes
  }

  /** Takes the next shipments, as far as there is room for them. One that goes alone has no company. */
  take(room: Room): readonly Shipment<Content>[] {
    const taken: Shipment<Content>[] = []
    let { bytes, units } = room
    while (taken.length < room.loads) {
      const next = this.#waiting[this.#head]
      if (next === undefined) break
      if (taken.length > 0) {
        if (next.isAlone || next.load.bytes > bytes || next.load.writeUnits > units) break
      }
      taken.push(next)
      this.#head += 1
      bytes -= next.load.bytes
      units -= next.load.writeUnits
      if (next.isAlone) break
    }
    for (const { load } of taken) this.#bytes -= load.bytes
    this.#compact()
    return taken
  }

  /** Takes out the oldest of the lowest levels that are in memory alone, until no more than so many bytes wait. */
  shrinkTo(mostBytes: number): readonly Shipment<Content>[] {
    if (this.#bytes <= mostBytes) return []
    const enough = mostBytes * (1 - CLEARED)
    const byLevel = [...this]
      .filter(({ isJournaled }) => !isJournaled)
      .toSorted((a, b) => rankOf(a.load.level) - rankOf(b.load.level))
    const out = new Set<Shipment<Content>>()
    for (const shipment of byLevel) {
      if (this.#bytes <= enough) break
      out.add(shipment)
      this.#bytes -= shipment.load.bytes
    }
    this.#waiting = [...this].filter((shipment) => !out.has(shipment))
    this.#head = 0
    return [...out]
  }

  #compact(): void {
    if (this.#head < 1024 || this.#head * 2 < this.#waiting.length) return
    this.#waiting = this.#waiting.slice(this.#head)
    this.#head = 0
  }
}
