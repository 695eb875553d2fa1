/** The end of an invocation's time: what is awaited until then is given up. */
export class Deadline implements Disposable {
  readonly #endsAt: number
  readonly #struck: Promise<undefined>
  #timer: NodeJS.Timeout | undefined

  /** @param milliseconds from now */
  constructor(milliseconds: number) {
    this.#endsAt = performance.now() + milliseconds
    this.#struck = new Promise((resolve) => {
      this.#timer = setTimeout(() => resolve(undefined), milliseconds)
    })
  }

  get leftMs(): number {
    return Math.max(0, this.#endsAt - performance.now())
  }

  /** @returns undefined where the time was over first; what was awaited goes on alone */
  async within<Value>(work: Promise<Value>): Promise<Value | undefined> {
    return await Promise.race([work, this.#struck])
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer)
  }
}
