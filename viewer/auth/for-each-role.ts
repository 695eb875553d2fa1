import type { RequestHandler } from 'express'
import { ConfinedReader } from '../confined-reader.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { BoundedMap } from './bounded-map.ts'
import { visitorOf } from './visitor.ts'

/** How many sets of prefixes have pages ready. */
const MOST_ROLES = 100

/**
 * Makes the pages once for each set of prefixes that visitors may see, with a reader that sees no more:
 * so nothing that a page remembers comes from another role. Who is not known gets nothing.
 */
export function forEachRole(
  viewer: ViewerContext,
  pagesOf: (viewer: ViewerContext) => RequestHandler,
): RequestHandler {
  const roles = new BoundedMap<string, RequestHandler>(MOST_ROLES)
  const pages = pagesOf(viewer)
  return async (request, response, next) => {
    const visitor = visitorOf(request)
    if (visitor === undefined) throw new Error('A page was asked for before it is known by whom.')
    const { prefixes } = visitor
    if (prefixes === '*') return await pages(request, response, next)
    const role = JSON.stringify(prefixes.toSorted())
    const known = roles.get(role)
    const ofRole =
      known ?? pagesOf({ ...viewer, reader: new ConfinedReader(viewer.reader, prefixes) })
    roles.set(role, ofRole)
    return await ofRole(request, response, next)
  }
}
