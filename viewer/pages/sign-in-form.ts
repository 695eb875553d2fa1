import type { Request, Response } from 'express'
import { addressesBelow } from '../addresses.ts'
import { LONGEST_NAME, ONLY_ACCOUNT } from '../auth/accounts.ts'
import type { SignInContext } from '../auth/sign-in-context.ts'
import { render } from '../http/views.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface SignInPageModel {
  readonly shell: Shell
  readonly action: string
  /** Whether there is a name to type. */
  readonly asksName: boolean
  readonly name: string
  /** Where to go on to; empty for the list of events. */
  readonly next: string
  /** What went well before. */
  readonly notice: string
  /** Why it is asked again. */
  readonly error: string
  readonly longestName: number
  readonly longestPassword: number
}

export const LONGEST_PASSWORD = 1024

export interface SignInFormContent {
  readonly status?: number
  readonly name?: string
  readonly next: string
  readonly notice?: string
  readonly error?: string
}

export function renderSignInForm(
  { viewer, isNameless }: SignInContext,
  request: Request,
  response: Response,
  { status = 200, name = '', next, notice = '', error = '' }: SignInFormContent,
): void {
  response.status(status)
  render(response, 'sign-in', {
    shell: shellOf(viewer, request, { title: 'Sign in' }),
    action: addressesBelow(request.baseUrl, viewer.assetsPath).signIn(),
    asksName: !isNameless,
    name: isNameless ? ONLY_ACCOUNT : name,
    next,
    notice,
    error,
    longestName: LONGEST_NAME,
    longestPassword: LONGEST_PASSWORD,
  })
}
