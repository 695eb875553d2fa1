import { traceHeaders } from './trace-headers.ts'

/**
 * `fetch` that carries the current trace to who is called. Headers that the call has itself stay.
 *
 * @param by what makes the call. Default: the global `fetch`
 * @example
 * ```ts
 * const answer = await tracedFetch('https://inventory.example.com/widgets/7')
 * ```
 */
export async function tracedFetch(
  input: string | URL | Request,
  init: RequestInit = {},
  by: typeof fetch = fetch,
): Promise<Response> {
  const own = init.headers ?? (input instanceof Request ? input.headers : undefined)
  const headers = new Headers(own)
  if (!headers.has('traceparent')) {
    for (const [name, value] of Object.entries(traceHeaders())) headers.set(name, value)
  }
  return await by(input, { ...init, headers })
}
