import { Counts } from '../counters/counts.ts'
import { countsOfItem } from '../counters/counts-item.ts'
import { dayName } from '../hours.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { Attributes } from '../item/decode-event.ts'
import { countsKey } from '../item/item.ts'
import { numberText } from '../item/number-text.ts'
import type { CountedHours, CountsPage } from './counts-query.ts'
import { queryAll } from './query-all.ts'
import type { Query } from './query.ts'

/** How many days are read at a time. */
const MOST_QUERIES = 8

/** Reads what all writers counted in some hours, by a query for each day. */
export async function readCounts(
  ask: Query,
  { table, hours, nowSeconds }: { table: string; hours: CountedHours; nowSeconds: number },
): Promise<CountsPage> {
  const sum = new Counts()
  let readUnits = 0
  let unreadable = 0
  const days = hours.days.values()
  const readOn = async (): Promise<void> => {
    for (const day of days) {
      const read = await queryAll(ask, table, countsKey(dayName(day)))
      readUnits += read.readUnits
      for (const item of read.items) {
        if (Number(numberText(item['expires'])) <= nowSeconds) continue
        if (!merge(sum, item, day)) unreadable += 1
      }
    }
  }
  await Promise.all(Array.from({ length: MOST_QUERIES }, readOn))
  const counts = [...sum].filter(({ hour }) => hour >= hours.first && hour <= hours.last)
  return { counts, readUnits, unreadable }
}

/** @returns false where the item cannot be read */
function merge(sum: Counts, item: Attributes, day: number): boolean {
  try {
    sum.merge(countsOfItem(item, day))
    return true
  } catch (error) {
    if (error instanceof StacktaleError) return false
    throw error
  }
}
