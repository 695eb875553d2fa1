import { createHash, randomBytes } from 'node:crypto'
import { BoundedMap } from './bounded-map.ts'

const TOKEN_BYTES = 32
const MOST_SESSIONS = 10_000

export interface SessionBounds {
  /** A session that is not used for so many milliseconds ends. */
  readonly idleMs: number
  /** A session ends so many milliseconds after it began, used or not. */
  readonly lifetimeMs: number
}

interface Session {
  readonly account: string
  readonly openedAt: number
  readonly usedAt: number
}

/** Who is signed in, in the memory of this process. Of a token only its digest is kept. */
export class Sessions {
  readonly #bounds: SessionBounds
  readonly #clock: () => number
  readonly #sessions = new BoundedMap<string, Session>(MOST_SESSIONS)

  constructor(bounds: SessionBounds, clock: () => number) {
    this.#bounds = bounds
    this.#clock = clock
  }

  /** @returns the token of a new session, 256 random bits */
  open(account: string): string {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const now = this.#clock()
    this.#sessions.set(digest(token), { account, openedAt: now, usedAt: now })
    return token
  }

  /** Whose session a token opens, which counts as using it. */
  use(token: string): string | undefined {
    const key = digest(token)
    const session = this.#sessions.get(key)
    if (session === undefined) return undefined
    const { account, openedAt, usedAt } = session
    const now = this.#clock()
    if (now - usedAt >= this.#bounds.idleMs || now - openedAt >= this.#bounds.lifetimeMs) {
      this.#sessions.delete(key)
      return undefined
    }
    this.#sessions.set(key, { account, openedAt, usedAt: now })
    return account
  }

  end(token: string): void {
    this.#sessions.delete(digest(token))
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
