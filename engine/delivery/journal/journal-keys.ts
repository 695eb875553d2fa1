const DIGITS = 15

/** The keys of a journal: in the order of writing, with the time and the size of what they stand for. */
export class JournalKeys {
  #sequence: number
  #last: string | undefined

  constructor(last: string | undefined) {
    this.#last = last
    this.#sequence = last === undefined ? 0 : Number(last.slice(0, DIGITS))
  }

  get last(): string | undefined {
    return this.#last
  }

  next(sizeBytes: number): string {
    this.#sequence += 1
    const sequence = String(this.#sequence).padStart(DIGITS, '0')
    this.#last = `${sequence}.${Date.now()}.${sizeBytes}`
    return this.#last
  }
}

/** Whether a key is an event's: those of notes begin with a letter, and so come after all events. */
export function isEventKey(key: string): boolean {
  return /^\d/.test(key)
}

/** How many bytes are written under a key. */
export function sizeIn(key: string): number {
  return Number(key.split('.')[2] ?? 0)
}

/** Whether a key was made before a time, in milliseconds since the epoch. */
export function isBefore(key: string, milliseconds: number): boolean {
  return Number(key.split('.')[1] ?? 0) < milliseconds
}
