import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { PasswordAuth, UsersAuth, VisiblePrefixes } from './auth-options.ts'
import type { PasswordHash } from './password-hash.ts'
import { parsePasswordHash } from './password-hash.ts'
import { checkedPrefixes } from './visible-prefixes.ts'

/** Who may sign in with a password. */
export interface Account {
  readonly name: string
  readonly hash: PasswordHash
  readonly prefixes: VisiblePrefixes
}

/** The account of a viewer with one password for all. */
export const ONLY_ACCOUNT = 'admin'
export const LONGEST_NAME = 64

/** @throws StacktaleError `option-invalid` */
export function accountsOf(auth: PasswordAuth | UsersAuth): ReadonlyMap<string, Account> {
  if ('password' in auth) {
    const hash = parsePasswordHash(auth.password, '"auth.password"')
    return new Map([[ONLY_ACCOUNT, { name: ONLY_ACCOUNT, hash, prefixes: '*' }]])
  }
  const accounts = Object.entries(auth.users).map(([name, user]) => {
    const where = `"auth.users" of ${JSON.stringify(name)}`
    checkName(name)
    const { password, prefixes } =
      typeof user === 'string' ? { password: user, prefixes: undefined } : user
    return {
      name,
      hash: parsePasswordHash(password, where),
      prefixes: checkedPrefixes(prefixes, where),
    }
  })
  if (accounts.length > 0) return new Map(accounts.map((account) => [account.name, account]))
  throw new StacktaleError('option-invalid', '"auth.users" is empty, so nobody could sign in.')
}

function checkName(name: string): void {
  if (/^\S(?:.*\S)?$/u.test(name) && name.length <= LONGEST_NAME) return
  throw new StacktaleError(
    'option-invalid',
    `"auth.users" has the name ${JSON.stringify(name)}. A name has 1 to ${LONGEST_NAME} characters in one row, and no space around it.`,
  )
}
