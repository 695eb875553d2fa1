import type { RequestHandler } from 'express'
import type { Brush } from '../charts/brush.ts'
import { brushOver } from '../charts/brush.ts'
import type { DurationBars } from '../charts/duration-bars.ts'
import { durationBars } from '../charts/duration-bars.ts'
import type { EventChart } from '../charts/event-chart.ts'
import { eventChart } from '../charts/event-chart.ts'
import { columnsOf, endOf, stepsBefore } from '../counts/columns.ts'
import { tallyOf } from '../counts/tally.ts'
import { render } from '../http/views.ts'
import type { DomainTable } from '../overview/domain-rows.ts'
import { domainTable } from '../overview/domain-rows.ts'
import { domainsOf } from '../overview/domains.ts'
import type { Figure } from '../overview/figures.ts'
import { figuresOf } from '../overview/figures.ts'
import type { News } from '../overview/news.ts'
import { newsOf } from '../overview/news.ts'
import { DEFAULT_RANGE, OVERVIEW_RANGES, rangeKind, stepsOf } from '../overview/overview-range.ts'
import { parseOverviewRange } from '../overview/parse-overview-range.ts'
import type { Ranked } from '../overview/rankings.ts'
import { mostFailing, slowest } from '../overview/rankings.ts'
import { readOverview } from '../overview/read-overview.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { rangeWords } from '../query/quick-range.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { PagesContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import type { Choice } from './choice.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface OverviewPageModel {
  readonly shell: Shell
  readonly ranges: readonly Choice[]
  readonly isEmpty: boolean
  /** `the last 24 hours` */
  readonly period: string
  readonly figures: readonly Figure[]
  readonly chart: EventChart
  readonly brush: Brush
  readonly durations: DurationBars
  readonly domains: DomainTable
  readonly slowest: readonly Ranked[]
  readonly failing: readonly Ranked[]
  readonly news: News
  /** What is missing from the numbers; empty as a rule. */
  readonly notice: string
}

/** The last day or week at a glance, from what was counted when events were stored. */
export function overviewPage(viewer: PagesContext): RequestHandler {
  const { counts: recent, clock } = viewer
  return async (request, response) => {
    const parsed = parseOverviewRange(queryOfRequest(request))
    if (!parsed.ok) {
      renderBadParameters(viewer, request, response, parsed.problems)
      return
    }
    const { range = DEFAULT_RANGE } = parsed
    const kind = rangeKind(range)
    const steps = stepsOf(range, clock())
    const earlier = stepsBefore(steps)
    const { now, before, readUnits, isWhole } = await readOverview(recent, steps, kind.budget)
    const shell = shellOf(viewer, request, { title: 'Overview', readUnits, section: 'overview' })
    const { addresses } = shell
    const within =
      (time: { from: number; to: number }) =>
      (filters: EventFilters = {}): string =>
        addresses.events({ ...filters, ...time })
    const chosen = { from: steps.from, to: endOf(steps) }
    const links = {
      address: within(chosen),
      addressBefore: within({ from: earlier.from, to: endOf(earlier) }),
    }
    const columns = columnsOf(now.counts, steps)
    const domains = domainsOf(now.counts, before?.counts ?? [], steps)
    const isCountedBefore = before !== undefined && before.counts.length > 0
    render(response, 'overview', {
      shell,
      ranges: OVERVIEW_RANGES.map((each) => ({
        label: rangeWords(each).short,
        name: each,
        address: addresses.overview(each === DEFAULT_RANGE ? undefined : each),
        isCurrent: each === range,
      })),
      isEmpty: now.counts.length === 0,
      period: `the ${rangeWords(range).long}`,
      figures: figuresOf(
        tallyOf(now.counts),
        isCountedBefore ? tallyOf(before.counts) : undefined,
        links,
      ),
      chart: eventChart(columns, steps, (filters) => addresses.events(filters)),
      brush: brushOver(steps, { action: addresses.events(), kept: {}, chosen }),
      durations: durationBars(columns),
      domains: domainTable(domains, links.address),
      slowest: slowest(domains, links.address),
      failing: mostFailing(domains, links.address),
      news: {
        since: kind.since,
        items: isCountedBefore ? newsOf(domains, links) : [],
        quiet: quietWords(before?.counts.length, kind.before),
      },
      notice: isWhole ? '' : 'Some counts could not be read, so the numbers are too low.',
    })
  }
}

/** What stands in the place of news. */
function quietWords(countsBefore: number | undefined, before: string): string {
  if (countsBefore === undefined) {
    return `Not compared with ${before}: reading those counts too would cost more than one page may take. Load the page again in a moment to compare.`
  }
  if (countsBefore === 0)
    return `Nothing was counted in ${before}, so there is nothing to compare with.`
  return `Nothing: no domain came or went, and none has clearly more errors, more warnings or longer durations than in ${before}.`
}
