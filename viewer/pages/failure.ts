import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, Response } from 'express'
import type { ErrorCode } from '../../engine/errors/stacktale-error.ts'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import { addressWith, queryOfRequest } from '../query/request-address.ts'
import { Abandoned } from '../read-meter.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import type { Link } from './link.ts'
import { renderMessage } from './message.ts'

/** What the reader may find wrong with a request, with the parameters that can be the cause. */
const BAD_INPUT: Readonly<Partial<Record<ErrorCode, readonly string[]>>> = {
  'cursor-invalid': ['cursor'],
  'limit-invalid': ['limit'],
  'time-invalid': ['from', 'to'],
  'prefix-invalid': ['prefix'],
  'level-unknown': ['level'],
  'key-invalid': ['object'],
  'key-too-long': ['object'],
}

/** Answers what went wrong on the way to a page. */
export function failurePage(viewer: ViewerContext): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (error instanceof Abandoned && response.destroyed) return
    if (response.headersSent) {
      next(error)
    } else if (error instanceof StacktaleError) {
      renderStacktaleError(viewer, request, response, error)
    } else if (isMalformedAddress(error)) {
      renderMessage(viewer, request, response, {
        status: 400,
        title: 'This address does not work',
        text: 'It holds a “%” that is not followed by two hexadecimal digits of well-formed UTF-8. A link that was cut short looks like this.',
      })
    } else {
      renderUnexpected(viewer, request, response, error)
    }
  }
}

function renderStacktaleError(
  viewer: ViewerContext,
  request: Request,
  response: Response,
  { code, message }: StacktaleError,
): void {
  const suspects = BAD_INPUT[code]
  if (suspects !== undefined) {
    const query = queryOfRequest(request)
    const given = suspects.filter((parameter) => query.has(parameter))
    if (given.length > 0) {
      const problems = given.map((parameter) => ({ parameter, problem: message }))
      renderBadParameters(viewer, request, response, problems)
      return
    }
    const title = 'This address does not work'
    renderMessage(viewer, request, response, { status: 400, title, text: message, code })
    return
  }
  renderMessage(viewer, request, response, {
    status: 503,
    title: 'The table cannot be read',
    text: message,
    code,
    links: [tryAgain(request)],
  })
}

function renderUnexpected(
  viewer: ViewerContext,
  request: Request,
  response: Response,
  error: unknown,
): void {
  const id = randomUUID()
  viewer.reportError(error, { id, method: request.method, path: request.path })
  renderMessage(viewer, request, response, {
    status: 500,
    title: 'Something went wrong here',
    text: 'This is a fault of the viewer. The details were written to its log under this id.',
    code: id,
    links: [tryAgain(request)],
  })
}

function isMalformedAddress(error: unknown): boolean {
  return error instanceof URIError
}

function tryAgain(request: Request): Link {
  return { label: 'Try again', address: addressWith(request) }
}
