import type { RequestHandler } from 'express'
import { jsonText } from '../../engine/json-text.ts'
import { sayReadUnits } from '../http/read-units-header.ts'
import type { ViewerContext } from '../viewer-context.ts'
import type { EventParams } from './find-event.ts'
import { withEvent } from './find-event.ts'

/** An event for programs: a row of JSON for its header, then one for each line. */
export function eventNdjson(viewer: ViewerContext): RequestHandler<EventParams> {
  return withEvent(viewer, (event, _request, response) => {
    const { lines, text: _text, readUnits, damage, ...header } = event
    const rows = [
      {
        kind: 'event',
        ...header,
        lines: lines.length,
        ...(damage !== undefined && { damage: { code: damage.code, message: damage.message } }),
      },
      ...lines.map((line, index) => Object.assign({ kind: 'line', number: index + 1 }, line)),
    ]
    sayReadUnits(response, readUnits)
    response.type('application/x-ndjson').send(rows.map((row) => `${jsonText(row)}\n`).join(''))
  })
}
