import type { EventSummary } from '../event.ts'
import { isAbove, millisecondsOf } from '../item/timestamp.ts'
import { encodeCursor } from './cursor.ts'
import type { EventPage } from './event-page.ts'
import type { EventSource } from './event-source.ts'
import { LEAST_READ_UNITS } from './read-units.ts'

export interface MergeBounds {
  readonly limit: number
  readonly maxReadUnits: number
}

/**
 * Merges sources into one page, newest first. An event is given out only when no source can still
 * have a newer one, so the order holds however reading ends: at the limit, at the end, or at the
 * budget, where the page says down to which time it looked.
 */
export async function mergeSources(
  sources: readonly EventSource[],
  { limit, maxReadUnits }: MergeBounds,
): Promise<EventPage> {
  const events: EventSummary[] = []
  let readUnits = 0
  while (events.length < limit) {
    const dry = sources.filter(({ isDry }) => isDry)
    const share = (maxReadUnits - readUnits) / dry.length
    // Without the first request to each source, there would be no going on.
    const isFirst = readUnits === 0
    if (dry.length > 0 && (isFirst || share >= LEAST_READ_UNITS)) {
      const units = await Promise.all(dry.map((source) => source.fetch(share)))
      readUnits += units.reduce((sum, unit) => sum + unit, 0)
      continue
    }
    const floor = highestPosition(dry)
    const newest = newestOf(sources)
    if (
      newest?.head !== undefined &&
      (floor === undefined || isAbove(newest.head.timestamp, floor))
    ) {
      events.push(newest.take())
      continue
    }
    if (floor === undefined) return { events, readUnits, looked: lookedIn(sources) }
    return {
      events,
      readUnits,
      looked: lookedIn(sources),
      stopped: 'budget',
      cursor: encodeCursor(floor),
      searchedTo: millisecondsOf(floor),
    }
  }
  const last = events.at(-1)
  const isMore = sources.some(({ head, isDry }) => head !== undefined || isDry)
  const looked = lookedIn(sources)
  if (!isMore || last === undefined) return { events, readUnits, looked }
  return { events, readUnits, looked, stopped: 'limit', cursor: encodeCursor(last.timestamp) }
}

function lookedIn(sources: readonly EventSource[]): number {
  return sources.reduce((sum, { looked }) => sum + looked, 0)
}

function newestOf(sources: readonly EventSource[]): EventSource | undefined {
  return sources
    .filter(({ head }) => head !== undefined)
    .reduce<EventSource | undefined>((best, source) => {
      const isNewer = isAbove(source.head?.timestamp ?? '0', best?.head?.timestamp ?? '0')
      return best === undefined || isNewer ? source : best
    }, undefined)
}

/** Below this sort key, a source that has been read no further may still have something. */
function highestPosition(sources: readonly EventSource[]): string | undefined {
  return sources
    .map(({ position }) => position)
    .reduce<string | undefined>((highest, position = '0') => {
      return highest === undefined || isAbove(position, highest) ? position : highest
    }, undefined)
}
