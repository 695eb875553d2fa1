import type { StartTimer } from '../../../../engine/adapters/lines/start-timer.ts'

/** A timer whose time is over when the test says so. */
export class ManualTimer {
  readonly #waiting = new Map<() => void, number>()

  /** Each wait that has neither ended nor been stopped, in milliseconds. */
  get waits(): readonly number[] {
    return [...this.#waiting.values()]
  }

  readonly start: StartTimer = (callback, milliseconds) => {
    this.#waiting.set(callback, milliseconds)
    return () => void this.#waiting.delete(callback)
  }

  /** Ends all waits. */
  ring(): void {
    const callbacks = [...this.#waiting.keys()]
    this.#waiting.clear()
    for (const callback of callbacks) callback()
  }
}
