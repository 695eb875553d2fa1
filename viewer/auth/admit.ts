import type { Request, RequestHandler, Response } from 'express'
import { addressesBelow } from '../addresses.ts'
import { renderMessage } from '../pages/message.ts'
import type { ViewerContext } from '../viewer-context.ts'
import type { Auth } from './check-auth.ts'
import { visitorOf } from './visitor.ts'

/** A longer address is not kept for after signing in: forms are small. */
const LONGEST_NEXT = 2000

/** Lets through whom it knows, and sends others to where they can sign in. */
export function admitting(viewer: ViewerContext, auth: Auth): RequestHandler {
  return (request, response, next) => {
    const visitor = visitorOf(request)
    if (visitor === undefined) turnAway(viewer, auth, request, response)
    else if (visitor.prefixes.length === 0) renderNothingToSee(viewer, request, response)
    else next()
  }
}

function turnAway(viewer: ViewerContext, auth: Auth, request: Request, response: Response): void {
  const signIn = signInAddress(viewer, auth, request)
  if (auth.kind === 'accounts' && signIn !== undefined && isNavigation(request)) {
    response.redirect(303, signIn)
    return
  }
  renderMessage(viewer, request, response, {
    status: 401,
    title: 'Sign in first',
    text: 'The viewer does not know who you are, so it shows nothing.',
    links: signIn === undefined ? [] : [{ label: 'Sign in', address: signIn }],
  })
}

function signInAddress(viewer: ViewerContext, auth: Auth, request: Request): string | undefined {
  if (auth.kind === 'host') return auth.signIn
  const { baseUrl, originalUrl } = request
  const isWorthNaming =
    originalUrl.length <= LONGEST_NEXT && originalUrl.replace(/\/$/, '') !== baseUrl
  const next = isWorthNaming ? originalUrl : undefined
  return addressesBelow(baseUrl, viewer.assetsPath).signIn(next)
}

/** A person gets the sign-in page; a program is told that it may not. */
function isNavigation({ headers }: Request): boolean {
  return headers.accept?.includes('text/html') === true
}

function renderNothingToSee(viewer: ViewerContext, request: Request, response: Response): void {
  renderMessage(viewer, request, response, {
    status: 403,
    title: 'Nothing to see for you',
    text: 'You are signed in, but there is no prefix whose events you may see.',
  })
}
