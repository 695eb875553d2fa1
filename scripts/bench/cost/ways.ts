import type { ErrorDetail, JsonValue, LogEvent } from '../../../engine/event.ts'
import { encodeEvent } from '../../../engine/item/encode-event.ts'
import { storyText } from '../../../engine/story-text.ts'

/** Ways to store an event: what becomes of it in the table. */
export const WAYS: Readonly<Record<string, (event: LogEvent) => readonly object[]>> = {
  stacktale: (event) => encodeEvent(event).items,
  'uncompressed text, an item an event': textItems,
  'an item a line': lineItems,
}

/** The indented text in `message`, a line's data and error behind it as JSON. */
function textItems({ lines, text: _text, id: _id, ...header }: LogEvent): readonly object[] {
  const told = lines.map(({ text, depth, data, error }) => ({
    text: [text, ...[data, error].flatMap((more) => (more === undefined ? [] : [json(more)]))].join(
      ' ',
    ),
    depth,
  }))
  return [{ ...header, lines: lines.length, v: 1, message: storyText(told) }]
}

/** Each line with what it needs to be found and put in its place; the feed has its text, to list it. */
function lineItems(event: LogEvent): readonly object[] {
  const { object, timestamp, prefix, trace, service, host, expires } = event
  const common = { object, timestamp, prefix, trace, service, host, expires }
  return event.lines.map(({ text, level, elapsed, depth, data, error }) => ({
    ...common,
    level,
    title: text,
    duration: elapsed,
    depth,
    ...(data !== undefined && { data: json(data) }),
    ...(error !== undefined && { error: json(error) }),
  }))
}

function json(value: JsonValue | ErrorDetail): string {
  return JSON.stringify(value)
}
