import type { ParameterProblem } from '../query/parse-filters.ts'
import type { OverviewRange } from './overview-range.ts'
import { isOverviewRange, OVERVIEW_RANGES } from './overview-range.ts'

export type ParsedRange =
  | { readonly ok: true; readonly range?: OverviewRange }
  | { readonly ok: false; readonly problems: readonly ParameterProblem[] }

/** Reads which overview an address asks for. */
export function parseOverviewRange(query: URLSearchParams): ParsedRange {
  const problems = [...new Set(query.keys())].flatMap((parameter) => {
    const problem = problemOf(parameter, query.getAll(parameter))
    return problem === '' ? [] : [{ parameter, problem }]
  })
  if (problems.length > 0) return { ok: false, problems }
  const range = query.get('range') ?? ''
  return isOverviewRange(range) ? { ok: true, range } : { ok: true }
}

function problemOf(parameter: string, values: readonly string[]): string {
  if (parameter !== 'range') return 'This page does not know it. It knows range.'
  if (values.length > 1) return `It is given ${values.length} times. Expected once.`
  return isOverviewRange(values[0] ?? '') ? '' : `Expected one of ${OVERVIEW_RANGES.join(', ')}.`
}
