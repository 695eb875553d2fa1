import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { Account } from './accounts.ts'
import { accountsOf } from './accounts.ts'
import type { AuthOption, Authenticate, HostAuth, PasswordAuth, UsersAuth } from './auth-options.ts'
import type { SessionBounds } from './sessions.ts'

/** Who may look, made sure of. */
export type Auth =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'host'
      readonly authenticate: Authenticate
      readonly signIn: string | undefined
    }
  | {
      readonly kind: 'accounts'
      readonly accounts: ReadonlyMap<string, Account>
      /** Whether there is one password for all, and so no name to ask for. */
      readonly isNameless: boolean
      readonly bounds: SessionBounds
    }

const WAYS = { password: 'string', users: 'object', authenticate: 'function' } as const

const MINUTE_MS = 60_000
const IDLE_MS = 30 * MINUTE_MS
const LIFETIME_MS = 12 * 60 * MINUTE_MS

const UNPROTECTED =
  'Whoever reaches the viewer reads every log, so it has to be told who may look: "auth" takes { password } or { users } with hashes of `npx stacktale password`, a function that says who asks, or false where something around the viewer protects it.'

/** @throws StacktaleError `viewer-unprotected` where nothing is said, `option-invalid` for what cannot be */
export function checkAuth(auth: AuthOption | undefined): Auth {
  if (auth === undefined) throw new StacktaleError('viewer-unprotected', UNPROTECTED)
  if (auth === false) return { kind: 'open' }
  if (typeof auth === 'function') return { kind: 'host', authenticate: auth, signIn: undefined }
  checkShape(auth)
  return 'authenticate' in auth ? hostAuth(auth) : accountAuth(auth)
}

function checkShape(auth: unknown): void {
  const isObject = typeof auth === 'object' && auth !== null
  const ways = isObject ? Object.entries(WAYS).filter(([name]) => name in auth) : []
  const [[name, type] = ['', '']] = ways
  if (isObject && ways.length === 1 && typeof Reflect.get(auth, name) === type) return
  throw new StacktaleError(
    'option-invalid',
    '"auth" must be false, a function, or an object with exactly one of "password" (a hash), "users" (an object) and "authenticate" (a function).',
  )
}

function hostAuth({ authenticate, signIn }: HostAuth): Auth {
  if (signIn === undefined || /^(?:\/(?![/\\])|https?:\/\/)/i.test(signIn)) {
    return { kind: 'host', authenticate, signIn }
  }
  throw new StacktaleError(
    'option-invalid',
    `"auth.signIn" must be a path such as "/login", or an address with https; it is ${JSON.stringify(signIn)}.`,
  )
}

function accountAuth(auth: PasswordAuth | UsersAuth): Auth {
  const { idleMs = IDLE_MS, lifetimeMs = LIFETIME_MS } = auth
  for (const [name, ms] of Object.entries({ idleMs, lifetimeMs })) {
    if (Number.isFinite(ms) && ms > 0) continue
    throw new StacktaleError(
      'option-invalid',
      `"auth.${name}" must be a number of milliseconds above 0; it is ${String(ms)}.`,
    )
  }
  return {
    kind: 'accounts',
    accounts: accountsOf(auth),
    isNameless: 'password' in auth,
    bounds: { idleMs, lifetimeMs },
  }
}
