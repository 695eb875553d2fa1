import type { RequestHandler } from 'express'
import type { StandingView } from '../display/standing-view.ts'
import { standingView } from '../display/standing-view.ts'
import { render } from '../http/views.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderMessage } from './message.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface CostPageModel {
  readonly shell: Shell
  readonly cost: StandingView
}

/** Where the table stands against what is free, and what it would cost elsewhere. */
export function costPage(viewer: ViewerContext): RequestHandler {
  const { reader } = viewer
  return async (request, response) => {
    if (reader.standing === undefined) {
      renderMessage(viewer, request, response, {
        status: 501,
        title: 'What this costs is not known',
        text: 'What the whole table costs is shown to those who may see all prefixes, and told by a reader with a standing() method, such as a TableReader.',
      })
      return
    }
    const standing = await reader.standing()
    render(response, 'cost', {
      shell: shellOf(viewer, request, {
        title: 'Cost',
        readUnits: standing.readUnits,
        section: 'cost',
      }),
      cost: standingView(standing),
    })
  }
}
