import express5 from 'express'
import type { Request, RequestHandler, Response } from 'express'
import express4 from 'express4'

type AsyncHandler = (request: Request, response: Response) => Promise<void>

/** A major of Express that the adapter and the viewer work with. */
export interface SupportedExpress {
  readonly major: number
  /** What npm knows it by here. */
  readonly packageName: string
  readonly express: typeof express5
  /** A handler that this major hears of when it rejects: 4 has to be told. */
  readonly passingOn: (handler: AsyncHandler) => RequestHandler
}

export const SUPPORTED_EXPRESSES: readonly SupportedExpress[] = [
  { major: 5, packageName: 'express', express: express5, passingOn: (handler) => handler },
  {
    major: 4,
    packageName: 'express4',
    express: express4,
    passingOn: (handler) => async (request, response, next) => {
      try {
        await handler(request, response)
      } catch (error) {
        next(error)
      }
    },
  },
]
