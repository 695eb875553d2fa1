import type { Request, RequestHandler, Response } from 'express'
import type { ViewerContext } from '../viewer-context.ts'
import type { Message } from './message.ts'
import { renderMessage } from './message.ts'

/** Answers what no other page did. */
export function notFoundPage(viewer: ViewerContext): RequestHandler {
  return (request, response) => {
    renderNotFound(viewer, request, response, { text: 'There is no page at this address.' })
  }
}

export function renderNotFound(
  viewer: ViewerContext,
  request: Request,
  response: Response,
  message: Pick<Message, 'text' | 'links' | 'readUnits'>,
): void {
  renderMessage(viewer, request, response, { status: 404, title: 'Not found', ...message })
}
