import type { Request, Response } from 'express'
import type { ParameterProblem } from '../query/parse-filters.ts'
import { addressWith, queryOfRequest } from '../query/request-address.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderMessage } from './message.ts'

/** Says which parameters of the address are wrong, and links to the page without them. */
export function renderBadParameters(
  viewer: ViewerContext,
  request: Request,
  response: Response,
  problems: readonly ParameterProblem[],
): void {
  const query = queryOfRequest(request)
  for (const { parameter } of problems) query.delete(parameter)
  const names = [...new Set(problems.map(({ parameter }) => `“${parameter}”`))]
  renderMessage(viewer, request, response, {
    status: 400,
    title: 'This address does not work',
    text: 'Part of what follows the “?” cannot be understood, so nothing was read.',
    problems,
    links: [
      {
        label: `This page without ${names.join(' and ')}`,
        address: addressWith(request, query),
      },
    ],
  })
}
