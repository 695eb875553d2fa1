import type { Request, RequestHandler } from 'express'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'no-store',
}

/**
 * Sets what every answer carries; the assets then allow caching.
 *
 * What a page of another site had the browser ask for is not compressed, here or by a proxy: what that
 * page puts into an address stands beside what is in the logs, and the length of both, compressed
 * together, would tell who sees it whether the logs have the same (BREACH).
 */
export const securityHeaders: RequestHandler = (request, response, next) => {
  response.set(HEADERS)
  if (isAskedByOthers(request)) response.set('Cache-Control', 'no-store, no-transform')
  next()
}

/** Browsers that do not say so are not told apart from programs. */
function isAskedByOthers({ headers }: Request): boolean {
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}
