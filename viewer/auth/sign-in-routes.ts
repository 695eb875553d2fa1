import type { RequestHandler } from 'express'
import express from 'express'
import { readForm, unreadableForm } from '../http/form-body.ts'
import { onlyOwnForms } from '../pages/own-forms.ts'
import { signIn, signInPage } from '../pages/sign-in.ts'
import { signOut } from '../pages/sign-out.ts'
import type { SignInContext } from './sign-in-context.ts'

/** What may be posted to the viewer, and the page to do it from. */
export function signInRoutes(context: SignInContext): RequestHandler {
  const { viewer } = context
  const routes = express.Router()
  routes.get('/login', signInPage(context))
  routes.post('/login', onlyOwnForms(viewer), readForm, signIn(context))
  routes.post('/logout', onlyOwnForms(viewer), signOut(context))
  routes.use(unreadableForm(viewer))
  return routes
}
