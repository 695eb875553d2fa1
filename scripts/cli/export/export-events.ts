import type { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { EventSummary } from '../../../engine/event.ts'
import type { StoredEvent } from '../../../engine/table/event-page.ts'
import type { TableReader } from '../../../engine/table/table-reader.ts'
import type { EventFilters } from '../../../viewer/query/event-filters.ts'
import { eventQuery } from '../../../viewer/query/event-query.ts'
import { readPage } from '../filters.ts'
import type { ExportFormat } from './formats.ts'

const LARGEST_PAGE = 200
/** Stories that are read at a time. */
const TOGETHER = 8

export interface ExportPlan {
  readonly limit: number
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
}

/** Reads page by page, and writes each event before the next are read: its size needs no memory. */
export async function exportEvents(
  reader: TableReader,
  filters: EventFilters,
  { limit, format, write, onDamaged, onProgress }: ExportPlan,
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
    const page = await readPage(reader, filters, query)
    readUnits += page.readUnits
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
    }
    ;({ cursor } = page)
  } while (cursor !== undefined && events + damaged < limit)
  return { events, damaged, readUnits }
}

/** An event that expired since it was listed is left out. */
async function storiesOf(
  reader: TableReader,
  batch: readonly EventSummary[],
): Promise<readonly StoredEvent[]> {
  const events = await Promise.all(
    batch.map(({ object, timestamp }) => reader.event(object, timestamp)),
  )
  return events.flatMap((event) => event ?? [])
}

function batchesOf(events: readonly EventSummary[]): readonly (readonly EventSummary[])[] {
  return Array.from({ length: Math.ceil(events.length / TOGETHER) }, (_, batch) =>
    events.slice(batch * TOGETHER, (batch + 1) * TOGETHER),
  )
}
