export interface ShortMemoryOptions<Value> {
  /** Milliseconds from any beginning. */
  readonly clock: () => number
  /** How long an answer is given again, in milliseconds, from when it came. */
  readonly keepMs: number
  /** What may be kept, of all answers together; those that came longest ago go first. */
  readonly mostBytes: number
  /** What an answer takes in memory, about. */
  readonly bytesOf: (value: Value) => number
}

interface Kept<Value> {
  readonly value: Value
  readonly until: number
  readonly bytes: number
}

interface Recalled<Value> {
  readonly value: Value
  /** Whether it was read for this call, rather than for one before. */
  readonly isFirst: boolean
}

/** Answers, under way and then for some seconds: who asks the same in the meantime gets the same. */
export class ShortMemory<Value> {
  readonly #options: ShortMemoryOptions<Value>
  readonly #underWay = new Map<string, Promise<Value>>()
  /** Those that came longest ago come first. */
  readonly #kept = new Map<string, Kept<Value>>()
  #bytes = 0

  constructor(options: ShortMemoryOptions<Value>) {
    this.#options = options
  }

  /** How much is kept. */
  get bytes(): number {
    return this.#bytes
  }

  /** Gives the answer that is known or under way, else reads it. What fails, or is not there, is not kept. */
  async recall(key: string, read: () => Promise<Value>): Promise<Recalled<Value>> {
    this.#forgetOld()
    const kept = this.#kept.get(key)
    if (kept !== undefined) return { value: kept.value, isFirst: false }
    const underWay = this.#underWay.get(key)
    if (underWay !== undefined) return { value: await underWay, isFirst: false }
    const reading = read()
    this.#underWay.set(key, reading)
    try {
      const value = await reading
      if (value !== undefined) this.#keep(key, value)
      return { value, isFirst: true }
    } finally {
      this.#underWay.delete(key)
    }
  }

  #keep(key: string, value: Value): void {
    const { clock, keepMs, mostBytes, bytesOf } = this.#options
    const bytes = bytesOf(value)
    if (bytes > mostBytes) return
    this.#kept.set(key, { value, until: clock() + keepMs, bytes })
    this.#bytes += bytes
    this.#forget(() => this.#bytes > mostBytes)
  }

  #forgetOld(): void {
    const now = this.#options.clock()
    this.#forget(({ until }) => until <= now)
  }

  /** Forgets from the oldest on, as long as it should be. */
  #forget(isToGo: (kept: Kept<Value>) => boolean): void {
    for (const [key, kept] of this.#kept) {
      if (!isToGo(kept)) return
      this.#kept.delete(key)
      this.#bytes -= kept.bytes
    }
  }
}
