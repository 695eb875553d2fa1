import type { RequestHandler } from 'express'
import { clientAddress } from '../auth/client-address.ts'
import { visitorOf } from '../auth/visitor.ts'
import type { ViewerContext } from '../viewer-context.ts'
import type { ReadMeter } from './read-meter.ts'

const LONGEST_PATH = 1000

/** Tells of every page that is asked for, once it is answered. */
export function auditLooks(viewer: ViewerContext, meter: ReadMeter): RequestHandler {
  return (request, response, next) => {
    const user = visitorOf(request)?.name
    if (user === undefined) {
      next()
      return
    }
    const address = clientAddress(request)
    const path = request.originalUrl.slice(request.baseUrl.length, LONGEST_PATH)
    meter.run((tally) => {
      let isTold = false
      const tell = (): void => {
        if (isTold) return
        isTold = true
        const { readUnits } = tally
        const status = response.statusCode
        viewer.audit({ action: 'looked', user, address, path, status, readUnits })
      }
      // Who goes away before the end has looked, too.
      response.once('finish', tell).once('close', tell)
      next()
    })
  }
}
