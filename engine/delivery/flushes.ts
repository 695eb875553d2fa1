/** What a flush waits for: that each event accepted before is stored, or that each is at least on disk. */
export type FlushUntil = 'stored' | 'journaled'

interface Flush {
  readonly era: number
  readonly until: FlushUntil
  readonly lastKey: string | undefined
  readonly end: () => void
}

/**
 * Who waits for what. Each flush ends an era: it waits for what is of its own and of earlier ones.
 * What had its tries, and is kept, goes on to the present era.
 */
export class Flushes<Member extends object> {
  readonly #flushes = new Set<Flush>()
  readonly #eras = {
    stored: new Map<Member, number>(),
    journaled: new Map<Member, number>(),
  }
  readonly #counts = {
    stored: new Map<number, number>(),
    journaled: new Map<number, number>(),
  }
  #era = 0

  get isEmpty(): boolean {
    return this.#flushes.size === 0
  }

  /** A flush waits for this from now on, if it began already or begins later. */
  add(member: Member, until: FlushUntil, era: number = this.#era): void {
    this.#eras[until].set(member, era)
    const counts = this.#counts[until]
    counts.set(era, (counts.get(era) ?? 0) + 1)
  }

  remove(member: Member, until: FlushUntil): void {
    const era = this.#eras[until].get(member)
    if (era === undefined) return
    this.#eras[until].delete(member)
    const left = (this.#counts[until].get(era) ?? 0) - 1
    if (left > 0) this.#counts[until].set(era, left)
    else this.#counts[until].delete(era)
  }

  /** Lets the flushes that wait for this go on: it had its tries. */
  letBe(member: Member): void {
    if (this.#eras.stored.get(member) === this.#era) return
    this.remove(member, 'stored')
    this.add(member, 'stored')
  }

  /** The era of what was in the journal under this key when a flush began. */
  eraOf(key: string): number {
    const waiting = [...this.#flushes].filter(
      ({ lastKey }) => lastKey !== undefined && key <= lastKey,
    )
    return Math.min(this.#era, ...waiting.map(({ era }) => era))
  }

  /** @param lastKey the last in the journal now */
  async begin(until: FlushUntil, timeoutMs: number, lastKey: string | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => flush.end(), timeoutMs)
      const end = (): void => {
        clearTimeout(timer)
        this.#flushes.delete(flush)
        resolve()
      }
      const flush: Flush = { era: this.#era, until, lastKey, end }
      this.#flushes.add(flush)
      this.#era += 1
    })
  }

  /** Ends those for which nothing is left. @param isReadUpTo whether the journal was read up to a key */
  endDone(isReadUpTo: (key: string) => boolean): void {
    for (const { era, until, lastKey, end } of this.#flushes) {
      const isOnDiskDone = until === 'journaled' || lastKey === undefined || isReadUpTo(lastKey)
      if (isOnDiskDone && [...this.#counts[until].keys()].every((counted) => counted > era)) end()
    }
  }
}
