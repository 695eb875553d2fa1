import type { RequestHandler } from 'express'
import { storyText } from '../../engine/story-text.ts'
import { visibleText } from '../display/visible-text.ts'
import { sayReadUnits } from '../http/read-units-header.ts'
import type { ViewerContext } from '../viewer-context.ts'
import type { EventParams } from './find-event.ts'
import { withEvent } from './find-event.ts'

/** A story as plain text. Control characters are made visible: it may be shown in a terminal. */
export function eventText(viewer: ViewerContext): RequestHandler<EventParams> {
  return withEvent(viewer, ({ lines, damage, readUnits }, _request, response) => {
    const fault = damage === undefined ? '' : `[${damage.code}] ${visibleText(damage.message)}\n`
    sayReadUnits(response, readUnits)
    response.type('text/plain').send(`${visibleText(storyText(lines))}\n${fault}`)
  })
}
