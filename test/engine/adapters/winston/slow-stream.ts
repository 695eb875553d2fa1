import { Writable } from 'node:stream'

/** A stream for winston to pipe to that is busy from its first line on. */
export class SlowStream extends Writable {
  readonly #held: (() => void)[] = []

  constructor() {
    super({ objectMode: true, highWaterMark: 1 })
  }

  override _write(_info: unknown, _encoding: string, done: () => void): void {
    this.#held.push(done)
  }

  /** Is done with the line that it is busy with. @returns whether there was one */
  goOn(): boolean {
    const done = this.#held.shift()
    done?.()
    return done !== undefined
  }
}
