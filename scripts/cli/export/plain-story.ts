import { shortDuration } from '../../../engine/sinks/console/short-duration.ts'
import { visibleText } from '../../../engine/sinks/console/visible-text.ts'
import type { StoredEvent } from '../../../engine/table/event-page.ts'
import { isoTime } from '../event-row.ts'

/** An event as text for people: when, how bad and of what; below, its story; then an empty row. */
export function plainStory({ timestamp, level, object, duration, text }: StoredEvent): string {
  const facts = [isoTime(timestamp), level, visibleText(object), shortDuration(duration)]
  const rows = visibleText(text)
    .split('\n')
    .map((row) => `  ${row}`.trimEnd())
  return `${facts.join('  ')}\n${rows.join('\n')}\n\n`
}
