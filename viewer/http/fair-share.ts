import type { Request, RequestHandler } from 'express'
import { ONLY_ACCOUNT } from '../auth/accounts.ts'
import { clientAddress } from '../auth/client-address.ts'
import { visitorOf } from '../auth/visitor.ts'
import { renderMessage } from '../pages/message.ts'
import type { ReadMeter } from '../read-meter.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { Turns } from './turns.ts'

/** As many as a browser asks for at a time. */
const AT_A_TIME = 6
const MOST_WAITING = 100
const RETRY_SECONDS = 5

/**
 * Has the pages of one visitor wait for each other, so that who asks for very many, or for the dearest,
 * leaves to others what the table can be read for. A page is one until its last read is over, also where
 * whoever asked for it has gone away.
 */
export function fairShare(viewer: ViewerContext, meter: ReadMeter): RequestHandler {
  const turns = new Turns({ atATime: AT_A_TIME, mostWaiting: MOST_WAITING })
  return async (request, response, next) => {
    const turn = turns.take(shareOf(request))
    if (turn === undefined) {
      response.set('Retry-After', String(RETRY_SECONDS))
      renderMessage(viewer, request, response, {
        status: 429,
        title: 'Too many pages at once',
        text: 'Many pages that you asked for are still being read. Wait for them, then load this one again.',
      })
      return
    }
    const done = await turn
    if (meter.current === undefined) throw new Error('A page is to be read without a meter.')
    meter.current.whenOver(done)
    next()
  }
}

/** A user has one share, from however many addresses; where many go by one name, or none, each address has one. */
function shareOf(request: Request): string {
  const name = visitorOf(request)?.name
  const isOwnName = name !== undefined && name !== ONLY_ACCOUNT
  return JSON.stringify(isOwnName ? [name] : [name, clientAddress(request)])
}
