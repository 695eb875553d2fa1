import assert from 'node:assert/strict'
import type { UsersAuth } from '../../../viewer/index.ts'
import type { Answer, Served } from '../serve.ts'

export const PASSWORD = 'correct horse battery'
export const HASH =
  '$scrypt$ln=17,r=8,p=1$iDnOiiHSYE/AiuQZlFjq+g$FOS1ogXhKkm7P489TmpsykNcN4JzMMGCjI663UjaaY8'

export const OTHER_PASSWORD = 'staple of the other user'
const OTHER_HASH =
  '$scrypt$ln=17,r=8,p=1$EYiFgCGOdmdmKukik0HIxw$/ezfOHTASorBTDT27VAZqv5E3bPJxKS5XW9UnLf8A0g'

/** Ada sees everything, Grace the prefix `workout` only. */
export const USERS: UsersAuth = {
  users: { ada: HASH, grace: { password: OTHER_HASH, prefixes: ['workout'] } },
}

/** What a browser sends with a form of the page itself. */
export const OWN_FORM: Readonly<Record<string, string>> = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}

export interface SignIn {
  readonly name?: string
  readonly password?: string
  readonly next?: string
  /** Where the viewer is mounted. */
  readonly base?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Posts the sign-in form. */
export async function signIn(get: Served['get'], form: SignIn = {}): Promise<Answer> {
  const { name = 'ada', password = PASSWORD, next, base = '', headers = {} } = form
  const fields = { name, password, ...(next !== undefined && { next }) }
  return await get(`${base}/login`, {
    method: 'POST',
    headers: { ...OWN_FORM, ...headers },
    body: new URLSearchParams(fields).toString(),
  })
}

/** Signs in, and gives the cookie to send from then on. */
export async function signedIn(get: Served['get'], form: SignIn = {}): Promise<string> {
  const answer = await signIn(get, form)
  assert.equal(answer.status, 303, answer.body)
  return cookieOf(answer)
}

/** The cookie that an answer sets, as it is sent back. */
export function cookieOf({ headers }: Answer): string {
  return setCookieOf({ headers }).split(';')[0] ?? ''
}

/** The whole of the one cookie that an answer sets. */
export function setCookieOf({ headers }: Pick<Answer, 'headers'>): string {
  const [cookie = '', ...others] = headers['set-cookie'] ?? []
  assert.equal(others.length, 0)
  return cookie
}
