import type { Request, RequestHandler, Response } from 'express'
import type { StoredEvent } from '../../engine/table/event-page.ts'
import { isObjectKey } from '../../engine/item/object-key.ts'
import { isTimestamp } from '../../engine/item/timestamp.ts'
import { LEAST_READ_UNITS } from '../../engine/table/read-units.ts'
import type { EventFilters, FilterName } from '../query/event-filters.ts'
import { parseFilters } from '../query/parse-filters.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { addressesBelow } from '../addresses.ts'
import { renderBadParameters } from './bad-parameters.ts'
import { renderNotFound } from './not-found.ts'

export type EventParams = { readonly object: string; readonly timestamp: string }

export type ShowEvent = (
  event: StoredEvent,
  request: Request<EventParams>,
  response: Response,
  filters: EventFilters,
) => void

/** Whether there can be such an event; else nothing needs to be read to know that there is none. */
export function namesEvent({ object, timestamp }: EventParams): boolean {
  return isObjectKey(object) && isTimestamp(timestamp)
}

/**
 * Reads the event that an address names and shows it; or says that there is none.
 *
 * @param names the parameters that the page knows
 */
export function withEvent(
  viewer: ViewerContext,
  show: ShowEvent,
  names: readonly FilterName[] = [],
): RequestHandler<EventParams> {
  return async (request, response) => {
    const { object, timestamp } = request.params
    const parsed = parseFilters(queryOfRequest(request), names)
    if (!parsed.ok) {
      renderBadParameters(viewer, request, response, parsed.problems)
      return
    }
    const isAsked = namesEvent(request.params)
    const event = isAsked ? await viewer.reader.event(object, timestamp) : undefined
    if (event === undefined) {
      const addresses = addressesBelow(request.baseUrl, viewer.assetsPath)
      const others = { label: `Events of ${object}`, address: addresses.object(object) }
      renderNotFound(viewer, request, response, {
        text: `There is no such event of ${object}. It may have expired, or the address may be cut.`,
        links: isObjectKey(object) ? [others] : [],
        readUnits: isAsked ? LEAST_READ_UNITS : 0,
      })
      return
    }
    show(event, request, response, parsed.filters)
  }
}
