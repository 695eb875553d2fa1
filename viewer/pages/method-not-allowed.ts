import type { RequestHandler } from 'express'
import type { ViewerContext } from '../viewer-context.ts'
import { renderMessage } from './message.ts'

const ALLOWED: readonly string[] = ['GET', 'HEAD']

/** Lets only reading through: nothing here changes anything. */
export function onlyReading(viewer: ViewerContext): RequestHandler {
  return (request, response, next) => {
    if (ALLOWED.includes(request.method)) {
      next()
      return
    }
    response.set('Allow', ALLOWED.join(', '))
    renderMessage(viewer, request, response, {
      status: 405,
      title: 'Only reading is possible',
      text: 'The viewer answers GET and HEAD. It changes nothing, so it takes no other method.',
    })
  }
}
