import type { Request } from 'express'

/** The query of a request, read here and not by Express, whose host may have set another parser. */
export function queryOfRequest(request: Request): URLSearchParams {
  const at = request.originalUrl.indexOf('?')
  return new URLSearchParams(at === -1 ? '' : request.originalUrl.slice(at + 1))
}

/** The address of a request without its query. Its path begins with one slash: two would begin a host. */
export function addressOfRequest({ baseUrl, path }: Request): string {
  return `${baseUrl}${path.replace(/^\/+/, '/')}`
}
