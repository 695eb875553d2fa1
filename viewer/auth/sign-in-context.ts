import type { ViewerContext } from '../viewer-context.ts'
import type { Sessions } from './sessions.ts'
import type { SignInAttempts } from './sign-in-attempts.ts'

/** What signing in and out is done with. */
export interface SignInContext {
  readonly viewer: ViewerContext
  readonly attempts: SignInAttempts
  readonly sessions: Sessions
  /** Whether there is one password for all, and so no name to ask for. */
  readonly isNameless: boolean
}
