import { expiryOf, hostName, nextTimestamp, serviceName } from './configuration.ts'
import type { LogEvent } from './event.ts'
import type { ObjectKey } from './item/object-key.ts'
import { millisecondsOf } from './item/timestamp.ts'
import type { ClosedEvent } from './open-event.ts'
import { storyText } from './story-text.ts'

/** An event that is committed now. */
export function eventOf({ key, prefix, id }: ObjectKey, closed: ClosedEvent): LogEvent {
  const timestamp = nextTimestamp()
  const service = serviceName()
  const expires = expiryOf(millisecondsOf(timestamp))
  return {
    object: key,
    prefix,
    id,
    timestamp,
    ...closed,
    text: storyText(closed.lines),
    host: hostName(),
    ...(service !== undefined && { service }),
    ...(expires !== undefined && { expires }),
  }
}
