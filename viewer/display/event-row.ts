import type { EventSummary } from '../../engine/event.ts'
import { millisecondsOf } from '../../engine/item/timestamp.ts'
import type { Level } from '../../engine/level.ts'
import { isAtLeast } from '../../engine/level.ts'
import type { Addresses } from '../addresses.ts'
import { count } from './count.ts'
import { duration } from './duration.ts'
import { levelWords } from './level-words.ts'
import type { Moment } from './moment.ts'
import { moment } from './moment.ts'

/** An event as a list shows it. */
export interface EventRow {
  readonly address: string
  readonly title: string
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

interface RowContext {
  readonly addresses: Addresses
  readonly now: number
  /** The longest duration in the list, in milliseconds. */
  readonly longest: number
}

export function eventRow(event: EventSummary, { addresses, now, longest }: RowContext): EventRow {
  return {
    address: addresses.event(event.object, event.timestamp),
    title: event.title.trim() === '' ? 'Untitled event' : event.title,
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
