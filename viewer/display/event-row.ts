import type { EventSummary } from '../../engine/event.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import type { Level } from '../../engine/level.ts'
import { isAtLeast } from '../../engine/level.ts'
import type { StoredEvent } from '../../engine/table/event-page.ts'
import type { Addresses } from '../addresses.ts'
import { count } from './count.ts'
import { duration } from './duration.ts'
import { eventTitle } from './event-title.ts'
import type { Excerpts } from './excerpts.ts'
import { excerptsOf } from './excerpts.ts'
import { levelWords } from './level-words.ts'
import type { TextPart } from './marked-text.ts'
import { markedText } from './marked-text.ts'
import type { Moment } from './moment.ts'
import { moment } from './moment.ts'

/** An event as a list shows it. */
export interface EventRow {
  readonly address: string
  readonly title: string
  /** The title, with what was searched for set apart. */
  readonly titleParts: readonly TextPart[]
  /** Where its story has what was searched for, if that was read. */
  readonly excerpts: Excerpts | undefined
  readonly level: Level
  /** Said aloud before the title, where the level matters. */
  readonly spokenLevel: string
  readonly object: { readonly key: string; readonly address: string }
  readonly lines: string
  readonly duration: string
  /** Its duration, in hundredths of the longest of the list. */
  readonly share: number
  readonly time: Moment
  readonly service: string | undefined
}

export interface RowContext {
  readonly addresses: Addresses
  readonly now: number
  /** The longest duration in the list, in milliseconds. */
  readonly longest: number
  /** The texts that were searched for. Default: none. */
  readonly wanted?: readonly string[]
  /** Of the stories that were read, the lines, by timestamp. Default: none was read. */
  readonly stories?: ReadonlyMap<string, Pick<StoredEvent, 'lines'>> | undefined
}

export function eventRow(
  event: EventSummary,
  { addresses, now, longest, wanted = [], stories }: RowContext,
): EventRow {
  const title = eventTitle(event)
  const story = stories?.get(event.timestamp)
  return {
    address: addresses.event(event.object, event.timestamp),
    title,
    titleParts: markedText(title, wanted),
    excerpts: story === undefined ? undefined : excerptsOf(story, wanted),
    level: event.level,
    spokenLevel: isAtLeast(event.level, 'warn') ? levelWords(event.level).name : '',
    object: { key: event.object, address: addresses.object(event.object) },
    lines: count(event.lines, 'line'),
    duration: duration(event.duration),
    share: longest > 0 ? Math.round((event.duration / longest) * 100) : 0,
    time: moment(millisecondsOf(event.timestamp), now),
    service: event.service,
  }
}
