import { CountedDay } from './counted-day.ts'
import type { CountedEvent } from './counts.ts'
import { dayOf } from '../hours.ts'

/** Events are at most some days late, as out of a journal; a writer that runs for long forgets earlier days. */
const MOST_DAYS = 16
/** Far from DynamoDB's 400 KB: a day with more prefixes goes on in a further item. */
const MOST_BYTES = 256 * 1024

/** The days that a writer counts, and those that it only has to put. */
export class OpenDays {
  /** The one counted last is the last. */
  readonly #open = new Map<number, CountedDay>()
  readonly #closed = new Set<CountedDay>()

  /** Those that the table does not have all of. */
  get unput(): readonly CountedDay[] {
    return [...this.#closed, ...this.#open.values()].filter(({ isPut }) => !isPut)
  }

  *[Symbol.iterator](): Iterator<CountedDay> {
    yield* this.#closed
    yield* this.#open.values()
  }

  /** @returns the day that counts it */
  add(event: CountedEvent): CountedDay {
    const day = dayOf(event.milliseconds)
    const counted = this.#open.get(day) ?? new CountedDay(day)
    this.#open.delete(day)
    counted.counts.add(event)
    if (counted.counts.bytes < MOST_BYTES) this.#open.set(day, counted)
    else this.#closed.add(counted)
    return counted
  }

  /** Takes over what another writer counted. */
  adopt(counted: CountedDay): void {
    this.#closed.add(counted)
  }

  /** Forgets those that are put and will not be counted in any more. @returns those of which no note is needed */
  tidy(): readonly CountedDay[] {
    for (const counted of this.#closed) if (counted.isPut) this.#closed.delete(counted)
    const past = [...this.#open.values()].slice(0, -1).filter(({ isPut }) => isPut)
    for (const { day } of past.slice(0, Math.max(0, this.#open.size - MOST_DAYS))) {
      this.#open.delete(day)
    }
    return past
  }
}
