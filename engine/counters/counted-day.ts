import { randomUint64 } from '../random-bytes.ts'
import type { CountsItem } from '../item/item.ts'
import { countsItem } from './counts-item.ts'
import { Counts } from './counts.ts'

/** What one writer stored in a day, counted since its first event: one item, put anew as the counts grow. */
export class CountedDay {
  /** When it begins, in milliseconds since the epoch. */
  readonly day: number
  /** The item's sort key, which no other writer has. */
  readonly key: string
  readonly counts: Counts
  /** Its notes in the journal, by their keys. */
  readonly notes: Set<string> = new Set()
  #putEvents = 0

  constructor(day: number, key: string = randomUint64().toString(), counts: Counts = new Counts()) {
    this.day = day
    this.key = key
    this.counts = counts
  }

  /** Whether the table has all of it. */
  get isPut(): boolean {
    return this.counts.events === this.#putEvents
  }

  get item(): CountsItem {
    return countsItem(this.day, this.key, this.counts)
  }

  /** The table has it with so many events. */
  put(events: number): void {
    this.#putEvents = Math.max(this.#putEvents, events)
  }
}
