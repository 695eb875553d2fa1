import type { Level } from '../level.ts'
import { rankOf } from '../level.ts'
import { DURATION_BUCKETS, durationBucket } from './durations.ts'
import { hourOf } from '../hours.ts'

/** The events of one hour, prefix and level. */
export interface Count {
  /** When the UTC hour begins, in milliseconds since the epoch. */
  readonly hour: number
  readonly prefix: string
  readonly level: Level
  readonly events: number
  readonly lines: number
  /** Their size, as DynamoDB counts it. */
  readonly bytes: number
  /** What storing them took, table and index together. */
  readonly writeUnits: number
  /** How many events each bucket holds: the first under 1 ms, the others from 1, 2, 4 ms and so on. */
  readonly durations: readonly number[]
}

/** What is counted of an event. */
export interface CountedEvent {
  /** When it was committed, in milliseconds since the epoch. */
  readonly milliseconds: number
  readonly prefix: string
  readonly level: Level
  readonly lines: number
  readonly bytes: number
  readonly writeUnits: number
  /** In milliseconds. */
  readonly duration: number
}

type Row = { -readonly [Name in keyof Omit<Count, 'durations'>]: Count[Name] } & {
  readonly durations: number[]
}

/** What a row takes in an item beside its prefix, about, in bytes. */
const ROW_BYTES = 60

/** Events counted by hour, prefix and level. */
export class Counts {
  readonly #rows = new Map<string, Row>()
  #events = 0
  #bytes = 0

  /** Counts that are the sum of others. */
  static of(...counted: readonly Iterable<Count>[]): Counts {
    const sum = new Counts()
    for (const counts of counted) sum.merge(counts)
    return sum
  }

  /** How many events are counted. */
  get events(): number {
    return this.#events
  }

  /** What they take in an item, about, in bytes, before they are compressed. */
  get bytes(): number {
    return this.#bytes
  }

  /** By hour, then prefix, then level. */
  *[Symbol.iterator](): Iterator<Count> {
    yield* [...this.#rows.values()].toSorted(inOrder)
  }

  add({ milliseconds, prefix, level, lines, bytes, writeUnits, duration }: CountedEvent): void {
    const row = this.#row(hourOf(milliseconds), prefix, level)
    this.#events += 1
    row.events += 1
    row.lines += lines
    row.bytes += bytes
    row.writeUnits += writeUnits
    const bucket = durationBucket(duration)
    row.durations[bucket] = (row.durations[bucket] ?? 0) + 1
  }

  merge(counts: Iterable<Count>): void {
    for (const { hour, prefix, level, events, lines, bytes, writeUnits, durations } of counts) {
      const row = this.#row(hour, prefix, level)
      this.#events += events
      row.events += events
      row.lines += lines
      row.bytes += bytes
      row.writeUnits += writeUnits
      for (const [bucket, more] of durations.entries()) {
        row.durations[bucket] = (row.durations[bucket] ?? 0) + more
      }
    }
  }

  /** Those of one hour. */
  within(hour: number): readonly Count[] {
    return [...this.#rows.values()].filter((row) => row.hour === hour)
  }

  #row(hour: number, prefix: string, level: Level): Row {
    const name = `${hour} ${level} ${prefix}`
    const known = this.#rows.get(name)
    if (known !== undefined) return known
    const durations = Array.from({ length: DURATION_BUCKETS }, () => 0)
    const none = { events: 0, lines: 0, bytes: 0, writeUnits: 0 }
    const row: Row = { hour, prefix, level, ...none, durations }
    this.#rows.set(name, row)
    this.#bytes += Buffer.byteLength(prefix) + ROW_BYTES
    return row
  }
}

function inOrder(a: Count, b: Count): number {
  if (a.hour !== b.hour) return a.hour - b.hour
  if (a.prefix !== b.prefix) return a.prefix < b.prefix ? -1 : 1
  return rankOf(a.level) - rankOf(b.level)
}
