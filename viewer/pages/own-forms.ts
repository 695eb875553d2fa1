import type { RequestHandler } from 'express'
import { isSameOrigin } from '../http/same-origin.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderMessage } from './message.ts'

/** Takes only what a page of this viewer posted: another site's page may not act in a visitor's name. */
export function onlyOwnForms(viewer: ViewerContext): RequestHandler {
  return (request, response, next) => {
    if (isSameOrigin(request)) {
      next()
      return
    }
    renderMessage(viewer, request, response, {
      status: 403,
      title: 'This form came from elsewhere',
      text: 'Only a page of this viewer may sign anybody in or out, and your browser does not say that it was one. Open the viewer and try again.',
    })
  }
}
