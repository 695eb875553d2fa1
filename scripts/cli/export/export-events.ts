import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { EventSummary } from '../../../engine/event.ts'
import { PAGE_READ_UNITS } from '../../../engine/table/check-query.ts'
import { encodeCursor } from '../../../engine/table/cursor.ts'
import type { StoredEvent } from '../../../engine/table/event-page.ts'
import type { TableReader } from '../../../engine/table/table-reader.ts'
import type { EventFilters } from '../../../viewer/query/event-filters.ts'
import { eventQuery } from '../../../viewer/query/event-query.ts'
import { readPage } from '../filters.ts'
import type { ExportRest } from './export-rest.ts'
import { restOf } from './export-rest.ts'
import type { ExportFormat } from './formats.ts'

const LARGEST_PAGE = 200
/** Stories that are read at a time. */
const TOGETHER = 8

export interface ExportPlan {
  readonly limit: number
  /** Stop after about so many read units. */
  readonly maxReadUnits: number
  readonly format: ExportFormat
  readonly write: (text: string) => Promise<void>
  readonly onDamaged: (event: EventSummary & { readonly damage: StacktaleError }) => void
  /** Told how many events have been written so far. */
  readonly onProgress: (events: number) => void
}

export interface Exported {
  readonly events: number
  /** How many were left out, as their stories cannot be read. */
  readonly damaged: number
  readonly readUnits: number
  /** Set where the read units were spent before all was exported. */
  readonly rest?: ExportRest
}

/** Reads page by page, and writes each event before the next are read: its size needs no memory. */
export async function exportEvents(
  reader: TableReader,
  filters: EventFilters,
  { limit, maxReadUnits, format, write, onDamaged, onProgress }: ExportPlan,
): Promise<Exported> {
  const now = Date.now()
  let events = 0
  let damaged = 0
  let readUnits = 0
  let cursor = filters.cursor
  await write(format.heading)
  do {
    const size = Math.min(LARGEST_PAGE, limit - events - damaged)
    const query = eventQuery({ ...filters, limit: size, cursor }, now)
    const page = await readPage(reader, filters, {
      ...query,
      maxReadUnits: Math.min(PAGE_READ_UNITS, maxReadUnits - readUnits),
    })
    readUnits += page.readUnits
    let last: EventSummary | undefined
    for (const batch of batchesOf(page.events)) {
      for (const event of await storiesOf(reader, batch)) {
        readUnits += event.readUnits
        if (event.damage === undefined) {
          await write(format.textOf(event))
          events += 1
        } else {
          onDamaged({ ...event, lines: 0, damage: event.damage })
          damaged += 1
        }
      }
      onProgress(events)
      last = batch.at(-1)
      if (readUnits >= maxReadUnits) break
    }
    cursor =
      last === undefined || last === page.events.at(-1) ? page.cursor : encodeCursor(last.timestamp)
  } while (cursor !== undefined && events + damaged < limit && readUnits < maxReadUnits)
  if (cursor === undefined || readUnits < maxReadUnits) return { events, damaged, readUnits }
  const query = eventQuery(filters, now)
  return { events, damaged, readUnits, rest: restOf(query, { cursor, readUnits, now }) }
}

/** An event that expired since it was listed is left out. */
async function storiesOf(
  reader: TableReader,
  batch: readonly EventSummary[],
): Promise<readonly StoredEvent[]> {
  const events = await Promise.all(batch.map(async (event) => await storyOf(reader, event)))
  return events.flatMap((event) => event ?? [])
}

/** What something else wrote may have a key that no event has, by which it cannot be asked for. */
async function storyOf(reader: TableReader, event: EventSummary): Promise<StoredEvent | undefined> {
  try {
    return await reader.event(event.object, event.timestamp)
  } catch (damage) {
    if (!(damage instanceof StacktaleError && damage.code === 'time-invalid')) throw damage
    return { ...event, lines: [], text: '', readUnits: 0, damage }
  }
}

function batchesOf(events: readonly EventSummary[]): readonly (readonly EventSummary[])[] {
  return Array.from({ length: Math.ceil(events.length / TOGETHER) }, (_, batch) =>
    events.slice(batch * TOGETHER, (batch + 1) * TOGETHER),
  )
}
