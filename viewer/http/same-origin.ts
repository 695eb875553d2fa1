import type { Request } from 'express'

/**
 * Whether a page of this viewer sent the request, and not one of another site. Browsers say so on a
 * trustworthy address in `Sec-Fetch-Site`, and on any by the origin of what they post. What says neither
 * is refused.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = request.get('origin') ?? ''
  return URL.canParse(origin) && hostOf(origin) === hostOf(`${request.protocol}://${request.host}`)
}

/** Without the scheme: a proxy that nobody said to trust may have taken the encryption off. */
function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}
