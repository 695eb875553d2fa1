import { rankOf } from '../../level.ts'
import type { WrittenEvent } from '../../item/written-event.ts'
import type { Destination } from '../destination.ts'

/** An event that is ready to be handed to the worker. */
export interface Parcel {
  readonly number: number
  readonly event: WrittenEvent
  readonly destination: Destination
}

/** What was handed to the worker and not taken by it yet may be this much, in characters. */
const MOST_UNDERWAY = 8 * 1024 * 1024

const HEADER_SIZE = 300

/** Events on their way to the worker; those that it has no time for yet wait here. */
export class Outbox {
  #waiting: Parcel[] = []
  #waitingSize = 0
  readonly #underway: number[] = []
  #underwaySize = 0

  get waiting(): readonly Parcel[] {
    return this.#waiting
  }

  add(parcel: Parcel): void {
    this.#waiting.push(parcel)
    this.#waitingSize += sizeOf(parcel)
  }

  /** What may be handed over now, by destination. @param isLast whether all of it has to go */
  take(isLast: boolean): ReadonlyMap<Destination, readonly Parcel[]> {
    const room = isLast ? this.#waiting.length : this.#countWithin(MOST_UNDERWAY)
    const taken = new Map<Destination, Parcel[]>()
    for (const parcel of this.#waiting.splice(0, room)) {
      const { destination } = parcel
      const size = sizeOf(parcel)
      this.#waitingSize -= size
      this.#underwaySize += size
      this.#underway.push(size)
      const those = taken.get(destination)
      if (those === undefined) taken.set(destination, [parcel])
      else those.push(parcel)
    }
    return taken
  }

  /** The worker has taken so many of those that were handed over. */
  arrived(count: number): void {
    for (const size of this.#underway.splice(0, count)) this.#underwaySize -= size
  }

  /** Takes out the oldest of the lowest levels, until no more than so much waits. */
  shrinkTo(mostSize: number): readonly Parcel[] {
    if (this.#waitingSize <= mostSize) return []
    const out = new Set<Parcel>()
    for (const parcel of this.#waiting.toSorted(
      (a, b) => rankOf(a.event.header.level) - rankOf(b.event.header.level),
    )) {
      if (this.#waitingSize <= mostSize * 0.95) break
      out.add(parcel)
      this.#waitingSize -= sizeOf(parcel)
    }
    this.#waiting = this.#waiting.filter((parcel) => !out.has(parcel))
    return [...out]
  }

  #countWithin(most: number): number {
    let size = this.#underwaySize
    let count = 0
    for (const parcel of this.#waiting) {
      if (size > most) break
      size += sizeOf(parcel)
      count += 1
    }
    return count
  }
}

/** About what it takes in memory, and of the processor to hand over. */
function sizeOf({ event }: Parcel): number {
  return event.story.text.length + event.story.columns.length + HEADER_SIZE
}
