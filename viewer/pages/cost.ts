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
        text: 'This viewer was given a reader of its own, which does not tell where the table stands. One with a standing() method does, such as a TableReader.',
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
