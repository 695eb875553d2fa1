import type { IncomingMessage, ServerResponse } from 'node:http'

const SERVER_ERROR = 500
const CLIENT_ERROR = 400

type Pattern = string | RegExp

/** What Express adds to a request. */
interface Routed {
  readonly originalUrl?: unknown
  readonly baseUrl?: unknown
  readonly route?: { readonly path?: Pattern | Pattern[] }
}

/** How the end of a request is told. */
export interface Ending {
  readonly level: 'info' | 'warn' | 'error'
  readonly text: string
  readonly data: object
}

/** What is told of a request, beside what its handlers log. */
export class RequestStory {
  readonly #request: IncomingMessage & Routed
  readonly #response: ServerResponse
  readonly #startedAt = performance.now()
  /** Taken at the beginning: a mounted application changes its address meanwhile. */
  readonly #address: string
  #route: string | undefined

  constructor(request: IncomingMessage & Routed, response: ServerResponse) {
    this.#request = request
    this.#response = response
    const { originalUrl, url } = request
    this.#address = typeof originalUrl === 'string' ? originalUrl : (url ?? '/')
    this.#noteRoute()
  }

  /** Without the query, which may hold what is nobody's business. */
  get title(): string {
    return `${this.#request.method ?? 'GET'} ${this.#path}`
  }

  get particulars(): object | undefined {
    const query = this.#address.slice(this.#path.length + 1)
    return query === '' ? undefined : { query: Object.fromEntries(new URLSearchParams(query)) }
  }

  end(): Ending {
    const status = this.#response.statusCode
    const durationMs = Math.round(performance.now() - this.#startedAt)
    const data = { route: this.#route, status, durationMs }
    if (!this.#response.writableFinished) {
      const text = `The client went away after ${durationMs} ms, before it had its answer`
      const told = this.#response.headersSent ? status : undefined
      return { level: 'warn', text, data: { ...data, status: told, aborted: true } }
    }
    const level = status >= SERVER_ERROR ? 'error' : status >= CLIENT_ERROR ? 'warn' : 'info'
    return { level, text: `Answered ${status} after ${durationMs} ms`, data }
  }

  get #path(): string {
    return this.#address.split('?', 1)[0] ?? '/'
  }

  /**
   * The pattern that the address matched, such as `/widgets/:id`, is noted when Express sets it: a
   * router that is left, as by an error, takes along where it is mounted.
   */
  #noteRoute(): void {
    const request = this.#request
    let { route } = request
    Object.defineProperty(request, 'route', {
      configurable: true,
      enumerable: true,
      get: () => route,
      set: (found: Routed['route']) => {
        route = found
        if (found?.path === undefined) return
        const mount = typeof request.baseUrl === 'string' ? request.baseUrl : ''
        this.#route = [found.path]
          .flat()
          .map((path) => `${mount}${String(path)}`)
          .join(', ')
      },
    })
  }
}
