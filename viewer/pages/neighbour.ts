import type { RequestHandler } from 'express'
import type { Direction } from '../../engine/table/neighbour.ts'
import { addressesBelow } from '../addresses.ts'
import { sayReadUnits } from '../http/read-units-header.ts'
import type { ViewerContext } from '../viewer-context.ts'
import type { EventParams } from './find-event.ts'
import { namesEvent } from './find-event.ts'
import { renderMessage } from './message.ts'
import { renderNotFound } from './not-found.ts'

/** Leads to the event of the same object before or after one. It is looked for when asked: that costs a read. */
export function neighbourPage(
  viewer: ViewerContext,
  direction: Direction,
): RequestHandler<EventParams> {
  return async (request, response) => {
    const { object, timestamp } = request.params
    const addresses = addressesBelow(request.baseUrl, viewer.assetsPath)
    if (!namesEvent(request.params)) {
      renderNotFound(viewer, request, response, { text: `There is no such event of ${object}.` })
      return
    }
    const { neighbour, readUnits, searchedTo } = await viewer.reader.neighbour(
      object,
      timestamp,
      direction,
    )
    if (neighbour !== undefined) {
      sayReadUnits(response, readUnits)
      response.redirect(addresses.event(object, neighbour))
      return
    }
    const others = [
      { label: 'Back to the event', address: addresses.event(object, timestamp) },
      { label: `Events of ${object}`, address: addresses.object(object) },
    ]
    if (searchedTo !== undefined) {
      const further = addresses.event(object, searchedTo, direction)
      renderMessage(viewer, request, response, {
        status: 200,
        title: 'None found so far',
        text: `The events of ${object} ${direction === 'next' ? 'after' : 'before'} this one have expired, as far as the read units of a page reach.`,
        links: [{ label: 'Look further', address: further }, ...others],
        readUnits,
      })
      return
    }
    renderMessage(viewer, request, response, {
      status: 200,
      title: direction === 'next' ? 'This was the last' : 'This was the first',
      text: `There is no event of ${object} ${direction === 'next' ? 'after' : 'before'} this one.`,
      links: others,
      readUnits,
    })
  }
}
