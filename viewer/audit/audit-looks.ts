import type { Request, RequestHandler } from 'express'
import { clientAddress } from '../auth/client-address.ts'
import { visitorOf } from '../auth/visitor.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { ReadMeter } from '../read-meter.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { FollowedLists } from './followed-lists.ts'

/** What showed nothing need not be told at any length. */
const LONGEST_REFUSED = 1000

/** Tells of every page that is asked for, once it is answered; of a list that is followed, now and then. */
export function auditLooks(viewer: ViewerContext, meter: ReadMeter): RequestHandler {
  const followed = new FollowedLists()
  return (request, response, next) => {
    const user = visitorOf(request)?.name
    if (user === undefined) {
      next()
      return
    }
    const address = clientAddress(request)
    const isFollowing = request.path === '/newer'
    const asked = pathOf(request)
    const now = viewer.clock()
    const reading = meter.current
    let isTold = false
    const tell = (): void => {
      if (isTold) return
      isTold = true
      const status = response.statusCode
      const path = status < 400 ? asked : asked.slice(0, LONGEST_REFUSED)
      const look = { user, address, path, readUnits: reading?.readUnits ?? 0 }
      const readUnits = isFollowing && status === 200 ? followed.untold(look, now) : look.readUnits
      if (readUnits === undefined) return
      viewer.audit({ action: 'looked', ...look, status, readUnits })
    }
    // Who goes away before the end has looked, too.
    response.once('finish', tell).once('close', tell)
    next()
  }
}

/**
 * What was looked at, without what says nothing: so that nobody can hide it behind a thousand `&`. Its
 * length is bounded by that of a request's headers.
 */
function pathOf(request: Request): string {
  const query = queryOfRequest(request).toString()
  return query === '' ? request.path : `${request.path}?${query}`
}
