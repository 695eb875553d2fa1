import type { EventSummary } from '../../engine/event.ts'
import { rankOf } from '../../engine/level.ts'
import type { StoredEvent } from '../../engine/table/event-page.ts'
import type { EventReader } from '../event-reader.ts'

/** The stories of a trace's events, as far as the read units reach. */
export interface TraceStories {
  readonly stories: ReadonlyMap<EventSummary, StoredEvent>
  readonly readUnits: number
  /** How many events were not read. */
  readonly unread: number
}

const TOGETHER = 5

/**
 * Reads the stories, those of the highest level first, until so many read units are taken. The last
 * few that are read together may take it a little further.
 */
export async function traceStories(
  reader: EventReader,
  events: readonly EventSummary[],
  mostReadUnits: number,
): Promise<TraceStories> {
  const wanted = events.toSorted((a, b) => rankOf(b.level) - rankOf(a.level))
  const stories = new Map<EventSummary, StoredEvent>()
  let readUnits = 0
  let at = 0
  for (; at < wanted.length && readUnits < mostReadUnits; at += TOGETHER) {
    const together = wanted.slice(at, at + TOGETHER)
    const read = await Promise.all(
      together.map(async ({ object, timestamp }) => await reader.event(object, timestamp)),
    )
    for (const [index, summary] of together.entries()) {
      const story = read[index]
      if (story === undefined) continue
      stories.set(summary, story)
      readUnits += story.readUnits
    }
  }
  return { stories, readUnits, unread: Math.max(0, wanted.length - at) }
}
