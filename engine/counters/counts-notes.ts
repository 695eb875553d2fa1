import { CountedDay } from './counted-day.ts'
import { Counts } from './counts.ts'
import { countsJson, countsOfJson } from './counts-json.ts'
import { DAY_MS, dayOf } from '../hours.ts'

/** What was counted of an hour, as it is kept in the journal and handed from thread to thread. */
export interface CountsNote {
  readonly key: string
  readonly value: Uint8Array
}

const SHAPE = /^counts\.(\d+)\.(\d+)\.(\d+)$/

export function noteKey({ day, key }: CountedDay, hour: number): string {
  return `counts.${day}.${key}.${hour}`
}

/** The note of one hour. Written again, it takes the place of the one before. */
export function countsNote(counted: CountedDay, hour: number): CountsNote {
  const value = Buffer.from(countsJson(counted.counts.within(hour)))
  return { key: noteKey(counted, hour), value }
}

/** The notes of all hours of a day. */
export function notesOf(counted: CountedDay): readonly CountsNote[] {
  const hours = new Set([...counted.counts].map(({ hour }) => hour))
  return [...hours].map((hour) => countsNote(counted, hour))
}

/**
 * What writers left as notes, put together again.
 *
 * @returns them, and the keys of what could not be read
 */
export function daysOfNotes(notes: readonly CountsNote[]): {
  readonly days: readonly CountedDay[]
  readonly damaged: readonly string[]
} {
  const days = new Map<string, CountedDay>()
  const damaged: string[] = []
  for (const { key, value } of notes) {
    const [, day, writer = '', hour] = SHAPE.exec(key) ?? []
    try {
      const start = dayOf(Number(hour))
      const counts = Counts.of(countsOfJson(Buffer.from(value).toString(), start))
      if (start !== Number(day) || start % DAY_MS !== 0) throw new RangeError(key)
      const name = `${start} ${writer}`
      const counted = days.get(name) ?? new CountedDay(start, writer)
      counted.counts.merge(counts)
      counted.notes.add(key)
      days.set(name, counted)
    } catch {
      damaged.push(key)
    }
  }
  return { days: [...days.values()], damaged }
}
