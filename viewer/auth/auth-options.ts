import type { IncomingMessage } from 'node:http'

/** Which prefixes somebody may see: these, or all. */
export type VisiblePrefixes = readonly string[] | '*'

/** A user of the application around the viewer. */
export interface User {
  readonly name: string
  /** The prefixes whose events this user sees. Default: all. */
  readonly prefixes?: VisiblePrefixes | undefined
}

/**
 * Says who asks, or undefined where the viewer is not for them. Where it throws, nothing is shown. It may
 * take an Express `Request`, with what your own middleware put there.
 */
export type Authenticate = {
  authenticate(request: IncomingMessage): User | undefined | Promise<User | undefined>
}['authenticate']

export interface HostAuth {
  readonly authenticate: Authenticate
  /** Where to sign in: a path such as `/login`, or an address with `https:`. */
  readonly signIn?: string | undefined
}

interface SessionOptions {
  /** Milliseconds after which a session that is not used ends. Default: 1,800,000, half an hour. */
  readonly idleMs?: number | undefined
  /** Milliseconds after which every session ends. Default: 43,200,000, half a day. */
  readonly lifetimeMs?: number | undefined
}

/** One password for all. */
export interface PasswordAuth extends SessionOptions {
  /** The password's hash, as `npx stacktale password` prints it. */
  readonly password: string
}

/** A password for each of several users. */
export interface UsersAuth extends SessionOptions {
  /** By name: the hash of the password, or that and which prefixes this user may see. */
  readonly users: Readonly<Record<string, string | UserOptions>>
}

export interface UserOptions {
  /** The password's hash, as `npx stacktale password` prints it. */
  readonly password: string
  /** Default: all. */
  readonly prefixes?: VisiblePrefixes | undefined
}

/** Who may look. `false`: whoever reaches the viewer. */
export type AuthOption = false | Authenticate | HostAuth | PasswordAuth | UsersAuth
