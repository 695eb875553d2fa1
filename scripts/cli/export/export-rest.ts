import { millisecondsOf } from '../../../engine/item/timestamp.ts'
import { costAhead } from '../../../engine/table/cost-ahead.ts'
import { decodeCursor } from '../../../engine/table/cursor.ts'
import type { CostAhead, EventQuery } from '../../../engine/table/event-page.ts'

/** What an export left, as its read units were spent. */
export interface ExportRest {
  /** Everything after this time is exported, in milliseconds since the epoch. */
  readonly exportedTo: number
  /** Where to go on. */
  readonly cursor: string
  readonly ahead: CostAhead | undefined
}

/** @param query what the export was asked for, which took so many read units down to the cursor */
export function restOf(
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
