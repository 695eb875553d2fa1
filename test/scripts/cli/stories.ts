import { randomBytes } from 'node:crypto'
import type { Line, LogEvent } from '../../../engine/event.ts'
import { TimestampSequence } from '../../../engine/item/timestamp.ts'
import type { Level } from '../../../engine/level.ts'
import { higherLevel } from '../../../engine/level.ts'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import { storyText } from '../../../engine/story-text.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'

/** A terminal's commands, a turn of the reading direction, and a formula. */
export const HOSTILE = '=cmd|"/c calc"!A1 \u001b[2J\u009b31m \u202eesrever \u0007'

/** What no text that was logged may bring to a terminal. */
export const ACTING: RegExp = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** What the commands of a terminal begin with. */
export const ESCAPE = '\u001b'

export interface Tale {
  readonly object?: string
  /** Milliseconds since the epoch. Default: now. */
  readonly at?: number
  readonly lines?: readonly Partial<Line>[]
  readonly header?: Partial<LogEvent>
}

/** An event as a logger would have made it. */
export function eventOf({ object = 'workout_42', at, lines = [{}], header }: Tale = {}): LogEvent {
  const whole = lines.map((line): Line => ({
    text: 'Starting',
    depth: 0,
    elapsed: 0,
    level: 'info',
    ...line,
  }))
  const time = at ?? Date.now()
  const [prefix = ''] = object.split('_', 1)
  return {
    object,
    prefix,
    id: object.slice(prefix.length + 1),
    timestamp: new TimestampSequence(() => time).next(),
    level: whole.reduce<Level>((level, line) => higherLevel(level, line.level), 'debug'),
    title: whole[0]?.text.slice(0, 100) ?? '',
    duration: 12.5,
    lines: whole,
    text: storyText(whole),
    ...header,
  }
}

/** A story that no compression brings into a single item. */
export function bigEvent(tale: Tale = {}): LogEvent {
  const text = randomBytes(900_000).toString('base64')
  return eventOf({ ...tale, lines: [{ text: 'Much to tell' }, { text, depth: 1 }] })
}

export async function store(place: TestTable, events: readonly LogEvent[]): Promise<void> {
  const sink = new DynamoDbSink(place)
  for (const event of events) await sink.write(event)
}
