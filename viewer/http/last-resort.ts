import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler } from 'express'
import type { ReportError } from '../report-error.ts'

/**
 * Answers where even the page that says what went wrong could not be made. Left to Express, or to the
 * application around the viewer, the answer could be a stack trace.
 */
export function lastResort(reportError: ReportError): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const id = randomUUID()
    reportError(error, { id, method: request.method, path: request.path })
    if (response.headersSent) {
      response.destroy()
      return
    }
    response
      .status(500)
      .type('text/plain')
      .send(`Something went wrong in the viewer. The details were written to its log: ${id}\n`)
  }
}
