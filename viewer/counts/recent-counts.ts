import type { CountsPage, CountsQuery } from '../../engine/table/counts-query.ts'
import type { EventReader } from '../event-reader.ts'
import { DAY_MS, dayOf, hourOf } from '../../engine/hours.ts'

/** How long what was read is shown again: of a day that goes on, and of one that is over. */
const FRESH_MS = 60_000
const PAST_FRESH_MS = 600_000
/** Two weeks and what a rolling week adds. */
const MOST_DAYS = 32

interface ReadDay {
  readonly page: Promise<CountsPage>
  readonly readAt: number
}

/** The counts of whole days, each read at most once a minute, and once in ten where the day is over. */
export class RecentCounts {
  readonly #reader: EventReader
  readonly #clock: () => number
  readonly #days = new Map<number, ReadDay>()

  constructor(reader: EventReader, clock: () => number) {
    this.#reader = reader
    this.#clock = clock
  }

  /**
   * What was counted from the hour of `from` to the hour of `to`. Its read units are those that this call took.
   *
   * @throws StacktaleError what the reader says
   */
  async read({ from, to }: Required<CountsQuery>): Promise<CountsPage> {
    const [first, last] = [hourOf(Number(from)), hourOf(Number(to))]
    const days: number[] = []
    for (let day = dayOf(first); day <= last; day += DAY_MS) days.push(day)
    const read = await Promise.all(days.map((day) => this.#readDay(day)))
    return {
      counts: read
        .flatMap(({ counts }) => counts)
        .filter(({ hour }) => hour >= first && hour <= last),
      readUnits: read.reduce((sum, { readUnits }) => sum + readUnits, 0),
      unreadable: read.reduce((sum, { unreadable }) => sum + unreadable, 0),
    }
  }

  async #readDay(day: number): Promise<CountsPage> {
    const now = this.#clock()
    const known = this.#days.get(day)
    const freshMs = day + DAY_MS > now ? FRESH_MS : PAST_FRESH_MS
    if (known !== undefined && Math.abs(now - known.readAt) < freshMs) {
      return { ...(await known.page), readUnits: 0 }
    }
    const page = this.#reader.counts({ from: day, to: day + DAY_MS - 1 })
    this.#keep(day, { page, readAt: now })
    try {
      return await page
    } catch (error) {
      this.#days.delete(day)
      throw error
    }
  }

  #keep(day: number, read: ReadDay): void {
    this.#days.delete(day)
    this.#days.set(day, read)
    for (const oldest of this.#days.keys()) {
      if (this.#days.size <= MOST_DAYS) return
      this.#days.delete(oldest)
    }
  }
}
