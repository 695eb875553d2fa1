import type { RequestHandler } from 'express'
import type { Addresses } from '../addresses.ts'
import { LARGEST_LIMIT } from '../../engine/table/check-query.ts'
import { DAY_MS } from '../../engine/hours.ts'
import type { EventPage } from '../../engine/table/event-page.ts'
import { count } from '../display/count.ts'
import { duration } from '../display/duration.ts'
import { levelWords } from '../display/level-words.ts'
import type { Level } from '../../engine/level.ts'
import { higherLevel } from '../../engine/level.ts'
import type { Moment } from '../display/moment.ts'
import { moment } from '../display/moment.ts'
import { stoppedWords } from '../display/stopped-words.ts'
import { callTree } from '../display/call-tree.ts'
import { firstFailure } from '../display/first-failure.ts'
import type { TraceCall } from '../display/trace-calls.ts'
import { traceCalls } from '../display/trace-calls.ts'
import type { TraceEvent } from '../display/trace-event.ts'
import { serviceOf, traceEvents, traceSpan } from '../display/trace-event.ts'
import type { TraceLanes } from '../display/trace-lanes.ts'
import { traceLanes } from '../display/trace-lanes.ts'
import { render } from '../http/views.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { eventQuery } from '../query/event-query.ts'
import { parseFilters } from '../query/parse-filters.ts'
import { queryOfRequest } from '../query/request-address.ts'
import type { ViewerContext } from '../viewer-context.ts'
import { renderBadParameters } from './bad-parameters.ts'
import type { Choice } from './choice.ts'
import type { Link } from './link.ts'
import { filterWords } from './list-sentence.ts'
import { renderNotFound } from './not-found.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'
import type { TraceStories } from './trace-stories.ts'
import { traceStories } from './trace-stories.ts'

export interface TracePageModel {
  readonly shell: Shell
  readonly trace: string
  /** Of the event that all others follow from; empty where there is none. */
  readonly title: string
  /** When the first of its events began. */
  readonly began: Moment | undefined
  readonly level: { readonly name: Level; readonly label: string } | undefined
  readonly sentence: string
  /** What went wrong first. */
  readonly failure: TraceFailure | undefined
  readonly took: string
  readonly lanes: TraceLanes | undefined
  readonly calls: readonly TraceCall[]
  /** With the lines of all events, or the events only. */
  readonly choices: readonly Choice[]
  /** Which stories were not read, and why. */
  readonly unread: string
  /** Where reading stopped: how far it got, and what going on would cost. */
  readonly notice: string
  readonly more: Link | undefined
  /** Looks in a longer time. */
  readonly wider: Link | undefined
}

interface TraceFailure {
  /** `First to fail was inventory, after 34 ms:` */
  readonly words: string
  readonly text: string
  readonly address: string
}

/** What the stories may take, beside the list of the events. */
const STORY_UNITS = 12

const TRACE = /^[\da-f]{32}$/
/** Without a time in the address, a trace is looked for this far back. */
const DEFAULT_RANGE = '1h'
const WIDER_MS = DAY_MS

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
    const parsed = parseFilters(queryOfRequest(request), ['range', 'from', 'to', 'cursor', 'lines'])
    if (!parsed.ok) {
      renderBadParameters(viewer, request, response, parsed.problems)
      return
    }
    const now = clock()
    const filters = withTime(parsed.filters)
    const query = { ...eventQuery(filters, now), limit: LARGEST_LIMIT, trace }
    const page = await reader.feed(query)
    const { cursor } = page
    const withLines = filters.lines !== 'no'
    const told = await traceStories(reader, withLines ? page.events : [], STORY_UNITS)
    const readUnits = page.readUnits + told.readUnits
    const shell = shellOf(viewer, request, { title: `Trace ${trace}`, readUnits })
    const { addresses } = shell
    const events = traceEvents(page.events, told.stories)
    const calls = callTree(events)
    render(response, 'trace', {
      shell,
      trace,
      title: calls[0]?.event.title.trim() ?? '',
      began: events.length === 0 ? undefined : moment(Math.floor(traceSpan(events).fromMs), now),
      level: levelOf(page),
      sentence: sentenceOf(events, filters, now),
      failure: failureOf(events, addresses),
      took: duration(traceSpan(events).tookMs),
      lanes: events.length === 0 ? undefined : traceLanes(calls),
      calls: traceCalls(calls, { addresses, now }),
      choices: [
        {
          name: 'yes',
          label: 'With lines',
          address: addresses.trace(trace, { ...filters, lines: undefined }),
          isCurrent: withLines,
        },
        {
          name: 'no',
          label: 'Events only',
          address: addresses.trace(trace, { ...filters, lines: 'no' }),
          isCurrent: !withLines,
        },
      ],
      unread: unreadOf(told),
      notice: stoppedWords(page, now),
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
              label: isTimed(filters) ? 'Look in a day around it' : 'Look in the last 24 hours',
              address: addresses.trace(trace, wider(filters, now)),
            },
    })
  }
}

function withTime(filters: EventFilters): EventFilters {
  return isTimed(filters) || filters.range !== undefined
    ? filters
    : { ...filters, range: DEFAULT_RANGE }
}

function isTimed({ from, to }: EventFilters): boolean {
  return (from ?? to) !== undefined
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

function sentenceOf(events: readonly TraceEvent[], filters: EventFilters, now: number): string {
  const { range, from, to } = filters
  if (events.length === 0) {
    return `No event of this trace was found${filterWords({ range, from, to }, now)}.`
  }
  const services = new Set(events.map(serviceOf))
  return `${count(events.length, 'event')} of ${count(services.size, 'service')} in ${duration(traceSpan(events).tookMs)}.`
}

function failureOf(events: readonly TraceEvent[], addresses: Addresses): TracePageModel['failure'] {
  const first = firstFailure(events)
  if (first === undefined) return undefined
  const { event, level, atMs, line, text } = first
  const after = duration(Math.max(0, atMs - traceSpan(events).fromMs))
  const anchor = line === undefined ? '' : `#L${line}`
  return {
    words: `First ${level === 'error' ? 'to fail' : 'to warn'} was ${serviceOf(event)}, after ${after}:`,
    text: text.trim() === '' ? 'Untitled' : text,
    address: addresses.event(event.object, event.timestamp) + anchor,
  }
}

function unreadOf({ unread, readUnits }: TraceStories): string {
  if (unread === 0) return ''
  const spent = `Reading stories stopped after ${count(readUnits, 'read unit')}`
  return `${spent}: ${count(unread, 'event')} ${unread === 1 ? 'is' : 'are'} shown without lines, and in the order of time rather than below their callers.`
}
