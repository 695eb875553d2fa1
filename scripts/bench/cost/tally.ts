import {
  feedEntrySize,
  itemSize,
  STORAGE_OVERHEAD_BYTES,
  writeUnitsFor,
} from '../../../engine/cost.ts'
import { FEED_UNITS, TABLE_UNITS } from '../../../engine/table/schema.ts'

const FREE_STORAGE_BYTES = 25e9
export const MONTH_DAYS = 30
const MONTH_SECONDS = MONTH_DAYS * 86_400

/** What events cost, added up. */
export class Tally {
  events = 0
  lines = 0
  storedBytes = 0
  tableUnits = 0
  feedUnits = 0
  /** Of items without overheads, as reads count them. */
  readBytes = 0
  mostReadBytes = 0
  entryBytes = 0

  add(items: readonly object[], lines: number): void {
    this.events += 1
    this.lines += lines
    let bytes = 0
    for (const item of items) {
      const size = itemSize(item)
      bytes += size
      this.storedBytes += size + STORAGE_OVERHEAD_BYTES
      this.tableUnits += writeUnitsFor(size)
      if (!('prefix' in item)) continue
      const entry = feedEntrySize(item)
      this.entryBytes += entry
      this.storedBytes += entry + STORAGE_OVERHEAD_BYTES
      this.feedUnits += writeUnitsFor(entry)
    }
    this.readBytes += bytes
    this.mostReadBytes = Math.max(this.mostReadBytes, bytes)
  }

  get bytesPerLine(): number {
    return this.storedBytes / this.lines
  }

  get linesPerUnit(): number {
    return this.lines / (this.tableUnits + this.feedUnits)
  }

  /** How many events a month the free storage holds, where each is kept for a month. */
  get eventsByStorage(): number {
    return FREE_STORAGE_BYTES / (this.storedBytes / this.events)
  }

  /** How many events a month the free write units take, split as they are over table and feed. */
  get eventsByWrites(): number {
    const byTable = (TABLE_UNITS.write * MONTH_SECONDS) / (this.tableUnits / this.events)
    return Math.min(byTable, (FEED_UNITS.write * MONTH_SECONDS) / (this.feedUnits / this.events))
  }
}
