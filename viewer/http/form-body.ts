import express from 'express'
import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import { renderMessage } from '../pages/message.ts'
import type { ViewerContext } from '../viewer-context.ts'

const MOST_BYTES = '16kb'
const MOST_FIELDS = 8
const FORM = 'application/x-www-form-urlencoded'

const parse = express.urlencoded({
  extended: false,
  inflate: false,
  limit: MOST_BYTES,
  parameterLimit: MOST_FIELDS,
})

/** Reads a posted form: a small one, plainly encoded. An application around the viewer may have done so before. */
export const readForm: RequestHandler = (request, response, next) => {
  parse(request, response, next)
}

/** Says what was wrong with a form that could not be read. */
export function unreadableForm(viewer: ViewerContext): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error)
    if (status === undefined) {
      next(error)
      return
    }
    response.set('Connection', 'close')
    renderMessage(viewer, request, response, {
      status,
      title: 'This form cannot be read',
      text: 'It is too long, was cut short, or is encoded in a way that no page here does. Nothing was done with it.',
    })
  }
}

/** A field of a posted form; undefined unless it is there exactly once, as a text, in a form. */
export function formField(request: Request, name: string): string | undefined {
  const body: unknown = request.body
  if (request.is(FORM) !== FORM || typeof body !== 'object' || body === null) return undefined
  const value: unknown = Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : undefined
}

/** What the parser calls a fault of the request. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}
