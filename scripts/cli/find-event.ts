import { isTimestamp } from '../../engine/item/timestamp.ts'
import type { StoredEvent } from '../../engine/table/event-page.ts'
import type { TableReader } from '../../engine/table/table-reader.ts'
import { parseTime } from '../../viewer/query/parse-time.ts'
import { CommandError } from './command-error.ts'

export interface FoundEvent {
  readonly event: StoredEvent
  readonly readUnits: number
}

/** How many events of one time are looked for, to tell that there is more than one, and to name them. */
const NAMED = 5

/**
 * The event of an object at a time: its timestamp, a time as a list shows it, or none for the newest.
 *
 * @throws CommandError `usage`, `event-missing` or `event-ambiguous`
 */
export async function findEvent(
  reader: TableReader,
  object: string,
  time: string | undefined,
): Promise<FoundEvent> {
  const isWhole = time !== undefined && isTimestamp(time) && time.includes('.')
  const { timestamp, readUnits } = isWhole
    ? { timestamp: time, readUnits: 0 }
    : await timestampWithin(reader, object, time)
  const event = await reader.event(object, timestamp)
  if (event === undefined) throw missing(object, time)
  return { event, readUnits: readUnits + event.readUnits }
}

async function timestampWithin(
  reader: TableReader,
  object: string,
  time: string | undefined,
): Promise<{ readonly timestamp: string; readonly readUnits: number }> {
  const query = time === undefined ? { limit: 1 } : { ...boundsOf(time), limit: NAMED }
  const { events, readUnits } = await reader.object(object, query)
  const [first, second] = events
  if (first === undefined) throw missing(object, time)
  if (second === undefined) return { timestamp: first.timestamp, readUnits }
  const choices = events.map(({ timestamp }) => timestamp).join(', ')
  throw new CommandError(
    'event-ambiguous',
    `${object} has several events at ${time}. Name one by its timestamp: ${choices}${events.length === NAMED ? ' …' : ''}`,
  )
}

function boundsOf(time: string): { readonly from: number; readonly to: number } {
  const span = parseTime(time)
  if (span !== undefined) return { from: span.first, to: span.last }
  throw new CommandError(
    'usage',
    `The timestamp must be a time such as 2026-11-21T10:41:07.123Z, or a timestamp as a list shows it; it is ${JSON.stringify(time)}.`,
  )
}

function missing(object: string, time: string | undefined): CommandError {
  return new CommandError(
    'event-missing',
    time === undefined
      ? `${object} has no events, or they have expired.`
      : `${object} has no event at ${time}, or it has expired. See what it has: stacktale list --object ${object}`,
  )
}
