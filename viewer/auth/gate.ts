import type { RequestHandler } from 'express'
import express from 'express'
import type { ViewerContext } from '../viewer-context.ts'
import { admitting } from './admit.ts'
import type { Auth } from './check-auth.ts'
import { identifyByHost, identifyBySession, identifying, identifyNobody } from './identify.ts'
import { Sessions } from './sessions.ts'
import { SignInAttempts } from './sign-in-attempts.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** What stands between a request and the pages. */
export interface Gate {
  /** Finds out who asks, and answers what signing in and out takes. */
  readonly identify: RequestHandler
  /** Lets through whom it knows. */
  readonly admit: RequestHandler
}

export function gateOf(viewer: ViewerContext, auth: Auth): Gate {
  return { identify: identifier(viewer, auth), admit: admitting(viewer, auth) }
}

function identifier(viewer: ViewerContext, auth: Auth): RequestHandler {
  if (auth.kind === 'open') return identifying(identifyNobody)
  if (auth.kind === 'host') return identifying(identifyByHost(auth.authenticate))
  const { accounts, isNameless, bounds } = auth
  const sessions = new Sessions(bounds, viewer.clock)
  const attempts = new SignInAttempts(accounts, viewer.clock)
  const router = express.Router()
  router.use(identifying(identifyBySession(sessions, accounts)))
  router.use(signInRoutes({ viewer, attempts, sessions, isNameless }))
  return router
}
