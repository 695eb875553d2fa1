import type { Request, RequestHandler } from 'express'
import { addressesBelow } from '../addresses.ts'
import { LONGEST_NAME, ONLY_ACCOUNT } from '../auth/accounts.ts'
import { clientAddress } from '../auth/client-address.ts'
import { readToken, writeToken } from '../auth/session-cookie.ts'
import type { SignInOutcome } from '../auth/sign-in-attempts.ts'
import type { SignInContext } from '../auth/sign-in-context.ts'
import { visitorOf } from '../auth/visitor.ts'
import { waitWords } from '../display/wait-words.ts'
import { formField } from '../http/form-body.ts'
import { ownAddress } from '../query/own-address.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { SignInFormContent } from './sign-in-form.ts'
import { LONGEST_PASSWORD, renderSignInForm } from './sign-in-form.ts'

/** The form to sign in with. */
export function signInPage(context: SignInContext): RequestHandler {
  return (request, response) => {
    const query = queryOfRequest(request)
    const next = query.get('next') ?? ''
    if (visitorOf(request) !== undefined) {
      response.redirect(303, destination(context, request, next))
      return
    }
    const notice = query.has('out') ? 'You are signed out.' : ''
    renderSignInForm(context, request, response, { next, notice })
  }
}

/** Signs in with what the form was filled in with. A session that was there before ends. */
export function signIn(context: SignInContext): RequestHandler {
  const { viewer, attempts, sessions, isNameless } = context
  return async (request, response) => {
    const name = isNameless ? ONLY_ACCOUNT : formField(request, 'name')?.trim()
    const password = formField(request, 'password')
    const next = formField(request, 'next') ?? ''
    if (!isTyped(name, LONGEST_NAME) || !isTyped(password, LONGEST_PASSWORD)) {
      const error = isNameless ? 'Type the password.' : 'Type your name and your password.'
      renderSignInForm(context, request, response, { status: 400, next, error })
      return
    }
    const address = clientAddress(request)
    const outcome = await attempts.try({ name, password, address })
    if (outcome.kind === 'accepted') {
      const before = readToken(request)
      if (before !== undefined) sessions.end(before)
      writeToken(request, response, sessions.open(name))
      viewer.audit({ action: 'signed-in', user: name, address })
      response.redirect(303, destination(context, request, next))
      return
    }
    if (outcome.kind === 'wait') response.set('Retry-After', String(secondsOf(outcome.waitMs)))
    else viewer.audit({ action: 'sign-in-refused', user: name, address })
    const answer = answerTo(outcome, isNameless)
    renderSignInForm(context, request, response, { ...answer, name, next })
  }
}

function isTyped(text: string | undefined, longest: number): text is string {
  return text !== undefined && text !== '' && text.length <= longest
}

function answerTo(
  outcome: Exclude<SignInOutcome, { kind: 'accepted' }>,
  isNameless: boolean,
): Pick<SignInFormContent, 'status' | 'error'> {
  if (outcome.kind === 'wait') {
    return {
      status: 429,
      error: `That was tried too often. Your password was not checked; try again ${waitWords(outcome.waitMs)}.`,
    }
  }
  const error = isNameless ? 'This is not the password.' : 'Name and password do not match.'
  return { status: 401, error }
}

/** Where to go once signed in: an address of this viewer, and no way back to the form. */
function destination({ viewer }: SignInContext, request: Request, next: string): string {
  const { baseUrl } = request
  const addresses = addressesBelow(baseUrl, viewer.assetsPath)
  const address = ownAddress(next, baseUrl) ?? addresses.events()
  const isForm = [addresses.signIn(), addresses.signOut()].includes(address.replace(/\?.*/s, ''))
  return isForm ? addresses.events() : address
}

function secondsOf(ms: number): number {
  return Math.ceil(ms / 1000)
}
