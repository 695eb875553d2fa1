/** A stream to print on, such as `process.stdout`. */
export interface ConsoleStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** Prints on a stream whose end may be gone: that is never the application's trouble. */
export class Printer {
  readonly #stream: ConsoleStream
  readonly #ignore = (): void => undefined
  #pending = 0

  constructor(stream: ConsoleStream) {
    this.#stream = stream
  }

  /** @returns what went wrong, if anything did; a reader that went away is nothing wrong */
  async print(text: string): Promise<Error | undefined> {
    if (!this.#stream.writable) return undefined
    // An 'error' that nobody listens for would end the process.
    if (this.#pending === 0) this.#stream.on('error', this.#ignore)
    this.#pending += 1
    const error = await this.#write(text)
    // The stream tells the callback first, and emits 'error' thereafter.
    if (error !== undefined) await new Promise((resolve) => setImmediate(resolve))
    this.#pending -= 1
    if (this.#pending === 0 && this.#stream.writable) this.#stream.off('error', this.#ignore)
    return error === undefined || isGone(error) ? undefined : error
  }

  #write(text: string): Promise<Error | undefined> {
    return new Promise((resolve) => {
      try {
        this.#stream.write(text, (error) => resolve(error ?? undefined))
      } catch (error) {
        resolve(error instanceof Error ? error : new Error(String(error)))
      }
    })
  }
}

const GONE = new Set<unknown>(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'])

function isGone(error: Error): boolean {
  return 'code' in error && GONE.has(error.code)
}
