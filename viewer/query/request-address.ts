import type { Request } from 'express'

/** The query of a request, read here and not by Express, whose host may have set another parser. */
export function queryOfRequest(request: Request): URLSearchParams {
  const at = request.originalUrl.indexOf('?')
  return new URLSearchParams(at === -1 ? '' : request.originalUrl.slice(at + 1))
}

/**
 * The address of a request with another query, or with its own. Its path begins with one slash: two would
 * begin a host.
 */
export function addressWith(
  request: Request,
  query: URLSearchParams = queryOfRequest(request),
): string {
  const address = `${request.baseUrl}${request.path.replace(/^\/+/, '/')}`
  return query.size === 0 ? address : `${address}?${query.toString()}`
}
