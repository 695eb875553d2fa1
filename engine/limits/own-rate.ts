import { DAY_MS, HOUR_MS } from '../hours.ts'
import { bytesStoredFor } from '../table/standing/counted-time.ts'

const MOST_HOURS = 24

interface Hour {
  readonly number: number
  writeUnits: number
  bytes: number
}

/** What one delivery stores, over its last day: other writers of the table are not known to it. */
export class OwnRate {
  readonly #startedAt: number
  #hours: Hour[] = []

  /** @param now milliseconds from any beginning */
  constructor(now: number) {
    this.#startedAt = now
  }

  /** An event was stored. @param now milliseconds from the same beginning */
  add(
    { bytes, writeUnits }: { readonly bytes: number; readonly writeUnits: number },
    now: number,
  ): void {
    const number = Math.floor((now - this.#startedAt) / HOUR_MS)
    let hour = this.#hours.at(-1)
    if (hour?.number !== number) {
      hour = { number, writeUnits: 0, bytes: 0 }
      this.#hours = [...this.#hours.filter((each) => each.number > number - MOST_HOURS), hour]
    }
    hour.writeUnits += writeUnits
    hour.bytes += bytesStoredFor([{ bytes, events: 1 }])
  }

  /** Write units a second, on average over the busiest hour. */
  get peakUnits(): number {
    return Math.max(0, ...this.#hours.map(({ writeUnits }) => writeUnits)) / 3600
  }

  /** What is stored in a day at this rate, in bytes; 0 while less than an hour tells of it. */
  bytesADay(now: number): number {
    const elapsed = now - this.#startedAt
    if (elapsed < HOUR_MS) return 0
    const since = Math.max(0, Math.floor(elapsed / HOUR_MS) - MOST_HOURS + 1)
    const bytes = this.#hours
      .filter(({ number }) => number >= since)
      .reduce((sum, hour) => sum + hour.bytes, 0)
    return (bytes / (elapsed - since * HOUR_MS)) * DAY_MS
  }
}
