const NOWHERE = 'http://viewer.invalid'

/**
 * An address of this viewer that somebody gave, fit to redirect to.
 *
 * @param base the path the viewer is mounted at, without a slash at its end
 * @returns undefined where it leads elsewhere
 */
export function ownAddress(text: string, base: string): string | undefined {
  if (!text.startsWith('/') || !URL.canParse(text, NOWHERE)) return undefined
  const { origin, pathname, search } = new URL(text, NOWHERE)
  const isBelow = pathname.startsWith(`${base}/`) || (pathname === base && base !== '')
  // Resolved, `/.//host` is `//host`: another host's address.
  if (origin !== NOWHERE || !isBelow || pathname.startsWith('//')) return undefined
  return `${pathname}${search}`
}
