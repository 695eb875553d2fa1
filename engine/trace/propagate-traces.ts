import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { currentLogger } from '../current-logger.ts'
import { currentTrace } from './current-trace.ts'
import { traceHeaders } from './trace-headers.ts'
import { tracedFetch } from './traced-fetch.ts'

export interface PropagationOptions {
  /** Which calls carry the trace, by who is called, such as `inventory.example.com`. Default: all. */
  readonly only?: (host: string) => boolean
}

type Only = (host: string) => boolean
type RequestFunction = typeof http.request

/** Node's modules for outgoing calls. */
interface Caller {
  request: RequestFunction
  get: RequestFunction
}

let stopNow: () => void = () => undefined

/**
 * From now on, the calls that this process makes by `http`, `https` and `fetch` carry the current
 * trace, where the code that makes them belongs to one. Headers that a call has itself stay.
 *
 * @returns a function that stops it
 * @example
 * ```ts
 * propagateTraces({ only: (host) => host.endsWith('.internal.example.com') })
 * ```
 */
export function propagateTraces({ only = () => true }: PropagationOptions = {}): () => void {
  stopNow()
  const stops = [
    propagateFetch(only),
    propagateRequests(http, only),
    propagateRequests(https, only),
  ]
  syncBuiltinESMExports()
  const stop = (): void => {
    if (stopNow !== stop) return
    stopNow = () => undefined
    for (const each of stops) each()
    syncBuiltinESMExports()
  }
  stopNow = stop
  return stop
}

function propagateFetch(only: Only): () => void {
  const original = globalThis.fetch
  const fetchInTrace: typeof fetch = async (input, init) => {
    return isTraced() && only(hostOf(input))
      ? await tracedFetch(input, init, original)
      : await original(input, init)
  }
  globalThis.fetch = fetchInTrace
  return () => {
    if (globalThis.fetch === fetchInTrace) globalThis.fetch = original
  }
}

function propagateRequests(caller: Caller, only: Only): () => void {
  const { request, get } = caller
  const requestInTrace = (...details: Parameters<RequestFunction>): http.ClientRequest => {
    const outgoing = Reflect.apply(request, caller, details)
    addHeaders(outgoing, only)
    return outgoing
  }
  const getInTrace = (...details: Parameters<RequestFunction>): http.ClientRequest => {
    const outgoing = requestInTrace(...details)
    outgoing.end()
    return outgoing
  }
  Object.assign(caller, { request: requestInTrace, get: getInTrace })
  return () => {
    if (caller.request === requestInTrace) Object.assign(caller, { request, get })
  }
}

function hostOf(input: string | URL | Request): string {
  const address = input instanceof Request ? input.url : String(input)
  return URL.canParse(address) ? new URL(address).hostname : ''
}

/** They are sent with the first byte of a body, or its end; a call that gave its headers raw has sent them. */
function addHeaders(outgoing: http.ClientRequest, only: Only): void {
  if (outgoing.headersSent || outgoing.hasHeader('traceparent')) return
  if (!isTraced() || !only(outgoing.host)) return
  for (const [name, value] of Object.entries(traceHeaders())) outgoing.setHeader(name, value)
}

function isTraced(): boolean {
  return currentLogger() !== undefined || currentTrace() !== undefined
}
