import type { RequestHandler } from 'express'
import type { EventPage } from '../../engine/table/event-page.ts'
import { aheadSentence } from '../display/ahead.ts'
import { count } from '../display/count.ts'
import { duration } from '../display/duration.ts'
import { levelWords } from '../display/level-words.ts'
import type { Level } from '../../engine/level.ts'
import { higherLevel } from '../../engine/level.ts'
import { moment } from '../display/moment.ts'
import type { TraceRow } from '../display/trace-rows.ts'
import { traceDuration, traceRows } from '../display/trace-rows.ts'
import { render } from '../http/views.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { LARGEST_LIMIT } from '../query/event-filters.ts'
import { eventQuery } from '../query/event-query.ts'
import { parseFilters } from '../query/parse-filters.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import type { Link } from './link.ts'
import { renderNotFound } from './not-found.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface TracePageModel {
  readonly shell: Shell
  readonly trace: string
  readonly level: { readonly name: Level; readonly label: string } | undefined
  readonly sentence: string
  readonly rows: readonly TraceRow[]
  /** Where reading stopped: how far it got, and what going on would cost. */
  readonly notice: string
  readonly more: Link | undefined
  /** Looks in a longer time. */
  readonly wider: Link | undefined
}

const TRACE = /^[\da-f]{32}$/
/** Without a time in the address, a trace is looked for this far back. */
const DEFAULT_RANGE = '1h'
const WIDER_MS = 24 * 3_600_000

/** One macro-transaction: the events of all services that belong to it, in the order of time. */
export function tracePage(viewer: ViewerContext): RequestHandler<{ trace: string }> {
  const { reader, clock } = viewer
  return async (request, response) => {
    const { trace } = request.params
    if (!TRACE.test(trace)) {
      renderNotFound(viewer, request, response, {
        text: 'A trace’s address ends in its id: 32 digits from 0 to f.',
      })
      return
    }
    const parsed = parseFilters(queryOfRequest(request), ['range', 'from', 'to', 'cursor'])
    if (!parsed.ok) {
      renderBadParameters(viewer, request, response, parsed.problems)
      return
    }
    const now = clock()
    const filters = withTime(parsed.filters)
    const query = { ...eventQuery(filters, now), limit: LARGEST_LIMIT, trace }
    const page = await reader.feed(query)
    const shell = shellOf(viewer, request, { title: `Trace ${trace}`, readUnits: page.readUnits })
    const { addresses } = shell
    const { events, cursor } = page
    render(response, 'trace', {
      shell,
      trace,
      level: levelOf(page),
      sentence: sentenceOf(page),
      rows: traceRows(events, { addresses, now }),
      notice: noticeOf(page, now),
      more:
        cursor === undefined
          ? undefined
          : {
              label: 'Search further back',
              address: addresses.trace(trace, { ...filters, cursor }),
            },
      wider:
        events.length > 0
          ? undefined
          : {
              label: 'Look in a day around it',
              address: addresses.trace(trace, wider(filters, now)),
            },
    })
  }
}

function withTime(filters: EventFilters): EventFilters {
  const isTimed = (filters.from ?? filters.to ?? filters.range) !== undefined
  return isTimed ? filters : { ...filters, range: DEFAULT_RANGE }
}

function wider({ from, to }: EventFilters, now: number): EventFilters {
  return {
    from: Math.max(0, (from ?? to ?? now) - WIDER_MS),
    to: Math.min(now, (to ?? from ?? now) + WIDER_MS),
  }
}

function levelOf({ events }: EventPage): TracePageModel['level'] {
  if (events.length === 0) return undefined
  const name = events.reduce<Level>((highest, { level }) => higherLevel(highest, level), 'debug')
  return { name, label: levelWords(name).name }
}

function sentenceOf({ events }: EventPage): string {
  if (events.length === 0) return 'No event of this trace was found in the time that was looked at.'
  const services = new Set(events.map(({ service, prefix }) => service ?? prefix))
  return `${count(events.length, 'event')} of ${count(services.size, 'service')} in ${duration(traceDuration(events))}.`
}

function noticeOf({ readUnits, searchedTo, ahead }: EventPage, now: number): string {
  if (searchedTo === undefined) return ''
  const { absolute } = moment(searchedTo, now)
  const spent = `Stopped after ${count(readUnits, 'read unit')}.`
  return `${spent} Everything after ${absolute} was searched. ${aheadSentence(ahead)}`.trimEnd()
}
