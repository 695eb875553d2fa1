import type { CookieOptions, Request, Response } from 'express'

/** The token that a request brings, where it brings one. */
export function readToken(request: Request): string | undefined {
  const name = nameFor(request)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

export function writeToken(request: Request, response: Response, token: string): void {
  response.cookie(nameFor(request), token, optionsFor(request))
}

export function clearToken(request: Request, response: Response): void {
  response.clearCookie(nameFor(request), optionsFor(request))
}

/**
 * Viewers that are mounted at several paths of one host have a cookie each: `/admin/logs` has
 * `stacktale-admin-logs`, and `/admin-logs` has `stacktale-admin_2d_logs`.
 */
function nameFor({ secure, baseUrl }: Request): string {
  const place = baseUrl.toLowerCase().replaceAll(/[^a-z\d]/gu, signOf)
  return `${secure ? '__Host-' : ''}stacktale${place}`
}

function signOf(character: string): string {
  return character === '/' ? '-' : `_${character.codePointAt(0)?.toString(16)}_`
}

/** `__Host-` keeps other hosts of the domain from setting it, and wants the whole path. */
function optionsFor({ secure, baseUrl }: Request): CookieOptions {
  // With SameSite=Strict a link in a mail would lead to the sign-in page; all that GET does is show.
  const guards = { httpOnly: true, sameSite: 'lax' } as const
  return secure
    ? { ...guards, secure: true, path: '/' }
    : { ...guards, path: baseUrl === '' ? '/' : baseUrl }
}
