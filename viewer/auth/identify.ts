import type { Request, RequestHandler } from 'express'
import type { Account } from './accounts.ts'
import type { Authenticate } from './auth-options.ts'
import { readToken } from './session-cookie.ts'
import type { Sessions } from './sessions.ts'
import { checkedPrefixes } from './visible-prefixes.ts'
import type { Visitor } from './visitor.ts'
import { rememberVisitor } from './visitor.ts'

/** Says who asks; undefined where that is not known. */
export type Identify = (request: Request) => Visitor | undefined | Promise<Visitor | undefined>

const EVERYBODY: Visitor = { name: undefined, prefixes: '*', isSignedInHere: false }

export const identifyNobody: Identify = () => EVERYBODY

/** Asks the application around the viewer. Where it fails, or is unclear, that is no yes. */
export function identifyByHost(authenticate: Authenticate): Identify {
  return async (request) => {
    try {
      return visitorSaid(await authenticate(request))
    } catch (cause) {
      throw new Error('"auth" did not say who asks, so nothing was shown.', { cause })
    }
  }
}

export function identifyBySession(
  sessions: Sessions,
  accounts: ReadonlyMap<string, Account>,
): Identify {
  return (request) => {
    const token = readToken(request)
    const name = token === undefined ? undefined : sessions.use(token)
    const account = name === undefined ? undefined : accounts.get(name)
    return account && { name: account.name, prefixes: account.prefixes, isSignedInHere: true }
  }
}

/** Finds out who asks, for all that comes after. */
export function identifying(identify: Identify): RequestHandler {
  return async (request, _response, next) => {
    const visitor = await identify(request)
    if (visitor !== undefined) rememberVisitor(request, visitor)
    next()
  }
}

function visitorSaid(user: unknown): Visitor | undefined {
  if (user === undefined || user === null || user === false) return undefined
  if (typeof user === 'object' && 'name' in user && isName(user.name)) {
    const said = 'prefixes' in user ? user.prefixes : undefined
    const prefixes = checkedPrefixes(said, 'a user that "auth" returned')
    return { name: user.name, prefixes, isSignedInHere: false }
  }
  throw new TypeError('It must return { name, prefixes }, or undefined for nobody.')
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
