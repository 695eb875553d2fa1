import type { RequestHandler } from 'express'
import { isObjectKey, splitObjectKey } from '../../engine/item/object-key.ts'
import { render } from '../http/views.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { eventQuery } from '../query/event-query.ts'
import { OBJECT_PAGE_FILTERS, parseFilters } from '../query/parse-filters.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import type { EventList } from './event-list.ts'
import { eventList } from './event-list.ts'
import type { FilterForm } from './filter-form.ts'
import { filterForm } from './filter-form.ts'
import { renderNotFound } from './not-found.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface ObjectPageModel {
  readonly shell: Shell
  readonly object: { readonly prefix: string; readonly id: string; readonly prefixAddress: string }
  readonly form: FilterForm
  readonly list: EventList
}

/** The life of one object: its events by day. */
export function objectPage(viewer: ViewerContext): RequestHandler<{ object: string }> {
  const { reader, clock } = viewer
  return async (request, response) => {
    const { object: key } = request.params
    const object = splitObjectKey(key)
    if (object === undefined || !isObjectKey(key)) {
      renderNotFound(viewer, request, response, {
        text: "An object's address ends in its whole key: its prefix, an underscore and its id, such as workout_42.",
      })
      return
    }
    const parsed = parseFilters(queryOfRequest(request), OBJECT_PAGE_FILTERS)
    if (!parsed.ok) {
      renderBadParameters(viewer, request, response, parsed.problems)
      return
    }
    const { filters, isPlain } = parsed
    const now = clock()
    const { addresses } = shellOf(viewer, request, { title: key })
    const address = (changed?: EventFilters): string => addresses.object(key, changed)
    if (!isPlain) {
      response.redirect(address(filters))
      return
    }
    const page = await reader.object(key, eventQuery(filters, now))
    const { prefix, id } = object
    render(response, 'object', {
      shell: shellOf(viewer, request, { title: key, readUnits: page.readUnits }),
      object: { prefix, id, prefixAddress: addresses.events({ prefix }) },
      form: filterForm({ filters, address }),
      list: eventList(page, {
        table: reader.table,
        object: key,
        addresses,
        filters,
        address,
        now,
      }),
    })
  }
}
