import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

const LOCALHOST = '127.0.0.1'
/** Longer than any test, so that no idle connection closes just when it is used again. */
const KEEP_ALIVE_MS = 600_000

/** A port that can be closed and opened again. */
export class Listener {
  readonly #server: Server
  #port = 0

  /** @param handle called with each request that came in whole */
  constructor(handle: (request: IncomingMessage, body: string, response: ServerResponse) => void) {
    this.#server = createServer((request, response) => {
      text(request).then(
        (body) => handle(request, body, response),
        // The client went away in the middle of its request, which therefore was none.
        () => response.destroy(),
      )
    })
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS
  }

  get port(): number {
    return this.#port
  }

  /** Listens, on the same port as before if there was one. */
  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, LOCALHOST, () => {
        this.#server.off('error', reject)
        resolve()
      })
    })
    const address = this.#server.address()
    if (typeof address === 'object' && address !== null) this.#port = address.port
  }

  /** Closes the port and every connection: from now on they are refused. */
  async close(): Promise<void> {
    if (!this.#server.listening) return
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.#server.closeAllConnections()
    await closed
  }
}
