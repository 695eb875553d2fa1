import type { LogEvent } from '../../../engine/event.ts'
import { splitObjectKey } from '../../../engine/item/object-key.ts'
import { isTimestamp, timestampOfSteps, stepsOf } from '../../../engine/item/timestamp.ts'
import { isLevel } from '../../../engine/level.ts'
import { storyText } from '../../../engine/story-text.ts'
import { LineError } from './line-error.ts'
import { parseLine } from './parse-line.ts'
import type { Fields } from './fields.ts'
import { fieldsOf } from './fields.ts'

export { LineError } from './line-error.ts'

/** What `show --json` says beside what an export keeps. */
const DERIVED = ['text'] as const

/** @throws LineError for what is not an event as `export` writes it */
export function parseEvent(json: string): LogEvent {
  const fields = fieldsOf(parse(json), 'an event')
  const lines = fields.list('lines').map((line, index) => parseLine(line, index + 1))
  const event: LogEvent = {
    ...keyOf(fields),
    level: fields.checked('level', isLevel, 'debug, info, warn or error'),
    title: fields.text('title'),
    duration: fields.number('duration'),
    ...fields.optionalTexts(['trace', 'span', 'parent', 'service', 'host']),
    ...fields.optionalNumbers(['expires', 'part']),
    ...(fields.flag('unfinished') && { unfinished: true }),
    lines,
    text: storyText(lines),
  }
  fields.refuseOthers(DERIVED)
  return event
}

function keyOf(fields: Fields): Pick<LogEvent, 'object' | 'prefix' | 'id' | 'timestamp'> {
  const object = fields.text('object')
  const key = splitObjectKey(object)
  if (key === undefined || !object.isWellFormed()) {
    throw new LineError(
      `"object" must be a prefix, "_" and an id; it is ${JSON.stringify(object)}.`,
    )
  }
  const isPrefix = (value: unknown): value is string => value === key.prefix
  const isId = (value: unknown): value is string => value === key.id
  return {
    object,
    prefix: fields.checked('prefix', isPrefix, `${JSON.stringify(key.prefix)}, as in "object"`),
    id: fields.checked('id', isId, `${JSON.stringify(key.id)}, as in "object"`),
    timestamp: fields.checked('timestamp', isKey, 'a timestamp as an export writes it'),
  }
}

/** The digits as the table gives them back: parts are found by them. */
function isKey(value: unknown): value is string {
  return (
    typeof value === 'string' && isTimestamp(value) && timestampOfSteps(stepsOf(value)) === value
  )
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new LineError('It is not JSON.', { cause })
  }
}
