import type { RequestHandler } from 'express'
import type { StoredEvent } from '../../engine/table/event-page.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import type { Level } from '../../engine/level.ts'
import type { Addresses } from '../addresses.ts'
import { count } from '../display/count.ts'
import { duration } from '../display/duration.ts'
import { eventTitle } from '../display/event-title.ts'
import { levelWords } from '../display/level-words.ts'
import type { Minimap } from '../display/minimap.ts'
import { minimapOf } from '../display/minimap.ts'
import type { Moment } from '../display/moment.ts'
import { moment } from '../display/moment.ts'
import type { Slowdown } from '../display/slowdowns.ts'
import { slowdownsOf } from '../display/slowdowns.ts'
import type { StoryLine } from '../display/story-lines.ts'
import { storyLines } from '../display/story-lines.ts'
import { isInParts } from '../display/story-parts.ts'
import type { StoryShape } from '../display/story-shape.ts'
import { storyShape } from '../display/story-shape.ts'
import type { Troubles } from '../display/troubles.ts'
import { troublesOf } from '../display/troubles.ts'
import { render } from '../http/views.ts'
import type { ViewerContext } from '../viewer-context.ts'
import type { DepthChoice } from './depth-choices.ts'
import { depthChoices } from './depth-choices.ts'
import type { EventParams, ShowEvent } from './find-event.ts'
import { withEvent } from './find-event.ts'
import type { Link } from './link.ts'
import { sameTrouble } from './same-trouble.ts'
import type { Shell } from './shell.ts'
import { shellOf } from './shell.ts'

export interface EventPageModel {
  readonly shell: Shell
  readonly title: string
  readonly level: { readonly name: Level; readonly label: string }
  readonly object: Link
  readonly prefix: Link
  readonly committed: Moment
  readonly duration: string
  /** Empty where the story could not be read. */
  readonly lineCount: string
  /** Which part of a unit of work that grew past the bound of one event. */
  readonly part: string | undefined
  /** How the event ended, where it was not by a commit. */
  readonly ended: string | undefined
  readonly service: string | undefined
  readonly host: string | undefined
  readonly trace: Link | undefined
  readonly expires: Moment | undefined
  readonly formats: readonly Link[]
  /** The object's event before this one, and the one after. */
  readonly previous: string
  readonly next: string
  /** What happened elsewhere about that time. */
  readonly around: string
  readonly damage: { readonly code: string; readonly message: string } | undefined
  readonly troubles: Troubles | undefined
  /** Where to look whether the same went wrong for others. */
  readonly elsewhere: readonly Link[]
  /** Where the time went. */
  readonly slowdowns: readonly Slowdown[]
  /** How far to unfold; empty where nothing folds. */
  readonly depths: readonly DepthChoice[]
  readonly shape: StoryShape | undefined
  readonly minimap: Minimap | undefined
  readonly lines: readonly StoryLine[]
  /** Whether the list of lines comes in parts. */
  readonly isInParts: boolean
}

const AROUND_MS = 60_000
const AROUND_TRACE_MS = 15 * 60_000

/** One story. */
export function eventPage(viewer: ViewerContext): RequestHandler<EventParams> {
  const show: ShowEvent = (event, request, response, { depth }) => {
    const now = viewer.clock()
    const title = eventTitle(event)
    const shell = shellOf(viewer, request, { title, readUnits: event.readUnits })
    const { addresses } = shell
    const { object, prefix, timestamp, level, service, host } = event
    const committedMs = millisecondsOf(timestamp)
    render(response, 'event', {
      shell,
      title,
      level: { name: level, label: levelWords(level).name },
      object: { label: object, address: addresses.object(object) },
      prefix: { label: prefix, address: addresses.events({ prefix }) },
      committed: moment(committedMs, now),
      duration: duration(event.duration),
      lineCount: event.damage === undefined ? count(event.lines.length, 'line') : '',
      part: event.part === undefined ? undefined : `${event.part}, continued`,
      ended: event.unfinished === true ? 'without a commit' : undefined,
      service,
      host,
      trace: traceLink(event, addresses),
      expires: event.expires === undefined ? undefined : moment(event.expires * 1000, now),
      formats: [
        { label: 'Plain text', address: addresses.event(object, timestamp, 'txt') },
        { label: 'NDJSON', address: addresses.event(object, timestamp, 'ndjson') },
      ],
      previous: addresses.event(object, timestamp, 'previous'),
      next: addresses.event(object, timestamp, 'next'),
      around: addresses.events({
        from: Math.max(0, committedMs - AROUND_MS),
        to: committedMs + AROUND_MS,
      }),
      damage: damageOf(event),
      troubles: troublesOf(event.lines),
      elsewhere: sameTrouble(event, addresses, now),
      slowdowns: slowdownsOf(event),
      depths: depthChoices(event, addresses, depth),
      shape: storyShape(event),
      minimap: minimapOf(event),
      lines: storyLines(event, depth),
      isInParts: isInParts(event.lines.length),
    })
  }
  return withEvent(viewer, show, ['depth'])
}

/** Its trace, with the time around the event, because a trace is looked for in the feed. */
function traceLink(
  { trace, timestamp, duration }: StoredEvent,
  addresses: Addresses,
): Link | undefined {
  if (trace === undefined) return undefined
  const committedMs = millisecondsOf(timestamp)
  const from = Math.max(0, Math.floor(committedMs - duration) - AROUND_TRACE_MS)
  return {
    label: trace,
    address: addresses.trace(trace, { from, to: committedMs + AROUND_TRACE_MS }),
  }
}

function damageOf({ damage }: StoredEvent): EventPageModel['damage'] {
  return damage === undefined ? undefined : { code: damage.code, message: damage.message }
}
