import type { Price } from './prices.ts'
import { BURRITO_DOLLARS, PRICES } from './prices.ts'
import type { MonthOfEvents } from './standing.ts'

const GB = 1e9
const MILLION = 1e6
const MONTH_DAYS = 30

/** What a month's lines would cost at a vendor's. */
export interface CostElsewhere {
  readonly vendor: string
  readonly plan: string
  /** A month. */
  readonly dollars: number
  /** A month, at $7.40 each. */
  readonly burritos: number
  /** How long they would be kept; null for as long as here. */
  readonly keptDays: number | null
  /** How long a plan that costs nothing would keep them, where they fit into one; else null. */
  readonly freeForDays: number | null
  /** When the price was so: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly asOf: string
  readonly source: string
  readonly known: Price['known']
}

/**
 * What a month of 30 days would cost elsewhere, where each line is a record, as other loggers send them.
 *
 * @param keptDays how long lines are kept, for who is paid for that; null for ever, of which one month is counted
 */
export function costElsewhere(
  month: Pick<MonthOfEvents, 'lines' | 'rawBytes'>,
  keptDays: number | null,
  prices: readonly Price[] = PRICES,
): readonly CostElsewhere[] {
  return prices.map((price) => {
    const dollars = dollarsAt(price, month, keptDays ?? MONTH_DAYS)
    const { vendor, plan, asOf, source, known, free } = price
    return {
      vendor,
      plan,
      dollars,
      burritos: inBurritos(dollars),
      keptDays: price.keptDays ?? null,
      freeForDays: free !== undefined && month.rawBytes <= free.gb * GB ? free.keptDays : null,
      asOf,
      source,
      known,
    }
  })
}

/** Dollars in burritos, exactly. */
export function inBurritos(dollars: number): number {
  return dollars / BURRITO_DOLLARS
}

function dollarsAt(
  price: Price,
  { lines, rawBytes }: Pick<MonthOfEvents, 'lines' | 'rawBytes'>,
  keptDays: number,
): number {
  if (lines === 0) return 0
  const gb = rawBytes / GB
  const included = price.includedGb ?? 0
  const stored = gb * (price.storedShare ?? 1) * (keptDays / MONTH_DAYS)
  return (
    (price.base ?? 0) +
    Math.max(0, gb - included) * (price.perGbIngested ?? 0) +
    Math.max(0, stored - included) * (price.perGbMonthStored ?? 0) +
    (lines / MILLION) * (price.perMillionRecords ?? 0) +
    Math.ceil(gb / MONTH_DAYS) * (price.perGbADay ?? 0)
  )
}
