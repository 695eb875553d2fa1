import type { Account } from './accounts.ts'
import { PasswordChecks, TooManyChecks } from './password-checks.ts'
import type { PasswordHash } from './password-hash.ts'
import { unmatchableHash } from './password-hash.ts'
import { SignInLimits } from './sign-in-limits.ts'

export interface Credentials {
  readonly name: string
  readonly password: string
  /** Where they come from. */
  readonly address: string
}

export type SignInOutcome =
  | { readonly kind: 'accepted'; readonly account: Account }
  | { readonly kind: 'refused' }
  /** Nothing was checked, right or wrong. */
  | { readonly kind: 'wait'; readonly waitMs: number }

const BUSY_MS = 2000

/** Tells right passwords from wrong ones, as often as guessing allows. */
export class SignInAttempts {
  readonly #accounts: ReadonlyMap<string, Account>
  readonly #clock: () => number
  readonly #limits = new SignInLimits()
  readonly #checks = new PasswordChecks()
  /** Checked for names that nobody has, so that they take as long as others. */
  readonly #nobody: PasswordHash

  constructor(accounts: ReadonlyMap<string, Account>, clock: () => number) {
    this.#accounts = accounts
    this.#clock = clock
    this.#nobody = unmatchableHash([...accounts.values()].map(({ hash }) => hash))
  }

  async try({ name, password, address }: Credentials): Promise<SignInOutcome> {
    const now = this.#clock()
    const waitMs = this.#limits.waitMs(name, address, now)
    if (waitMs > 0) return { kind: 'wait', waitMs }
    this.#limits.fail(name, address, now)
    const account = this.#accounts.get(name)
    try {
      const isRight = await this.#checks.check(password, account?.hash ?? this.#nobody, address)
      if (!isRight || account === undefined) return { kind: 'refused' }
      this.#limits.succeed(name, address, now)
      return { kind: 'accepted', account }
    } catch (error) {
      if (!(error instanceof TooManyChecks)) throw error
      this.#limits.takeBack(name, address, now)
      return { kind: 'wait', waitMs: BUSY_MS }
    }
  }
}
