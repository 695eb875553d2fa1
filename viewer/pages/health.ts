import type { RequestHandler } from 'express'

/** Says that the viewer runs. It reads nothing, so it may be asked often. */
export const health: RequestHandler = (_request, response) => {
  response.type('text/plain').send('ok')
}
