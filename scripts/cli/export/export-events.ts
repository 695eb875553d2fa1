import type { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { EventSummary } from '../../../engine/event.ts'
import { millisecondsOf } from '../../../engine/item/timestamp.ts'
import { costAhead } from '../../../engine/table/cost-ahead.ts'
import { decodeCursor, encodeCursor } from '../../../engine/table/cursor.ts'
import type { CostAhead, EventQuery, StoredEvent } from '../../../engine/table/event-page.ts'
import type { TableReader } from '../../../engine/table/table-reader.ts'
import type { EventFilters } from '../../../viewer/query/event-filters.ts'
import { eventQuery } from '../../../viewer/query/event-query.ts'
import { readPage } from '../filters.ts'
import type { ExportFormat } from './formats.ts'

const LARGEST_PAGE = 200
/** Stories that are read at a time. */
const TOGETHER = 8
/** What listing a page of events may take at most. */
const UNITS_A_PAGE = 25

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

export interface ExportRest {
  /** Everything after this time is exported, in milliseconds since the epoch. */
  readonly exportedTo: number
  /** Where to go on. */
  readonly cursor: string
  readonly ahead: CostAhead | undefined
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
  read: do {
    const size = Math.min(LARGEST_PAGE, limit - events - damaged)
    const query = eventQuery({ ...filters, limit: size, cursor }, now)
    const page = await readPage(reader, filters, {
      ...query,
      maxReadUnits: Math.min(UNITS_A_PAGE, maxReadUnits - readUnits),
    })
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
      const last = batch.at(-1)
      if (readUnits >= maxReadUnits && last !== page.events.at(-1)) {
        cursor = encodeCursor(last?.timestamp ?? '0')
        break read
      }
    }
    ;({ cursor } = page)
  } while (cursor !== undefined && events + damaged < limit && readUnits < maxReadUnits)
  if (cursor === undefined || readUnits < maxReadUnits) return { events, damaged, readUnits }
  const query = eventQuery(filters, now)
  return { events, damaged, readUnits, rest: restOf(query, { cursor, readUnits, now }) }
}

function restOf(
  { from, to = Infinity, cursor: begin }: EventQuery,
  { cursor, readUnits, now }: { cursor: string; readUnits: number; now: number },
): ExportRest {
  const exportedTo = millisecondsOf(decodeCursor(cursor))
  const began = begin === undefined ? now : millisecondsOf(decodeCursor(begin))
  const ahead = costAhead({
    later: Math.min(began, Number(to)),
    earlier: exportedTo,
    readUnits,
    from: from === undefined ? undefined : Number(from),
  })
  return { exportedTo, cursor, ahead }
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
