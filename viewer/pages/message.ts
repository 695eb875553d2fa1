import type { Request, Response } from 'express'
import { visitorOf } from '../auth/visitor.ts'
import { render } from '../http/views.ts'
import type { ParameterProblem } from '../query/parse-filters.ts'
import type { ViewerContext } from '../viewer-context.ts'
import type { Link } from './link.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

/** A page that says why there is nothing to see. */
export interface MessagePageModel {
  readonly shell: Shell
  readonly status: number
  readonly title: string
  readonly text: string
  /** The stable code of an error, or the id of one that is kept from view. */
  readonly code: string
  readonly problems: readonly ParameterProblem[]
  readonly links: readonly Link[]
}

export interface Message {
  readonly status: number
  readonly title: string
  readonly text: string
  readonly code?: string
  readonly problems?: readonly ParameterProblem[]
  readonly links?: readonly Link[]
  /** What was read before this could be said. */
  readonly readUnits?: number
}

export function renderMessage(
  viewer: ViewerContext,
  request: Request,
  response: Response,
  { status, title, text, code = '', problems = [], links = [], readUnits = 0 }: Message,
): void {
  const shell = shellOf(viewer, request, { title, readUnits })
  const home = { label: 'All events', address: shell.addresses.events() }
  response.status(status)
  render(response, 'message', {
    shell,
    status,
    title,
    text,
    code,
    problems,
    links: visitorOf(request) === undefined ? links : [...links, home],
  })
}
