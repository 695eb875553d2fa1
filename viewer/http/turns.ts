export interface TurnBounds {
  /** How many of one name go on at a time. */
  readonly atATime: number
  /** How many of one name wait at most. */
  readonly mostWaiting: number
}

interface Queue {
  underWay: number
  readonly waiting: (() => void)[]
}

/** Lets only so many of each name go on at a time, first come first served. */
export class Turns {
  readonly #bounds: TurnBounds
  readonly #queues = new Map<string, Queue>()

  constructor(bounds: TurnBounds) {
    this.#bounds = bounds
  }

  /** @returns fulfilled on its turn, with what ends it; undefined where too many wait */
  take(name: string): Promise<() => void> | undefined {
    const queue = this.#queues.get(name) ?? { underWay: 0, waiting: [] }
    const { atATime, mostWaiting } = this.#bounds
    const done = (): void => this.#done(name, queue)
    if (queue.underWay < atATime) {
      queue.underWay += 1
      this.#queues.set(name, queue)
      return Promise.resolve(done)
    }
    if (queue.waiting.length >= mostWaiting) return undefined
    return new Promise((resolve) => {
      queue.waiting.push(() => resolve(done))
    })
  }

  #done(name: string, queue: Queue): void {
    const next = queue.waiting.shift()
    if (next !== undefined) {
      next()
      return
    }
    queue.underWay -= 1
    if (queue.underWay === 0) this.#queues.delete(name)
  }
}
