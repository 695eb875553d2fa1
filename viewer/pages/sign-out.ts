import type { RequestHandler } from 'express'
import { addressesBelow } from '../addresses.ts'
import { clientAddress } from '../auth/client-address.ts'
import { clearToken, readToken } from '../auth/session-cookie.ts'
import type { SignInContext } from '../auth/sign-in-context.ts'
import { visitorOf } from '../auth/visitor.ts'

/** Ends the session here, and has the browser forget it. */
export function signOut({ viewer, sessions }: SignInContext): RequestHandler {
  return (request, response) => {
    const token = readToken(request)
    if (token !== undefined) sessions.end(token)
    clearToken(request, response)
    const user = visitorOf(request)?.name
    if (user !== undefined) {
      viewer.audit({ action: 'signed-out', user, address: clientAddress(request) })
    }
    const { signIn } = addressesBelow(request.baseUrl, viewer.assetsPath)
    response.redirect(303, `${signIn()}?out=1`)
  }
}
