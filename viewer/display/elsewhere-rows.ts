import type { CostElsewhere } from '../../engine/table/standing/elsewhere.ts'
import { inBurritos } from '../../engine/table/standing/elsewhere.ts'
import type { Standing } from '../../engine/table/standing/standing.ts'
import { count } from './count.ts'
import { burritosText, money } from './money.ts'

/** What a month costs in one place. */
export interface PlaceRow {
  readonly vendor: string
  readonly plan: string
  readonly dollars: string
  readonly burritos: string
  /** Of the dearest, from 0 to 1. */
  readonly share: number
  /** How long it is kept, and whether there is a plan for nothing. */
  readonly kept: string
  readonly isHere: boolean
  /** Of when the price is, and how it is known. */
  readonly asOf: string
  /** The site that the price is from. */
  readonly source: string
}

const KNOWN: Readonly<Record<CostElsewhere['known'], string>> = {
  published: '',
  'reported by others': ', as others report it',
  recalled: ', from memory',
}

/** DynamoDB first, then the others as the list of prices has them. */
export function placeRows({ elsewhere, dollars, retention }: Standing): readonly PlaceRow[] {
  const most = Math.max(dollars, ...elsewhere.map((each) => each.dollars), 1e-9)
  return [
    {
      vendor: 'stacktale',
      plan: 'your own DynamoDB',
      dollars: money(dollars),
      burritos: burritosText(inBurritos(dollars)),
      share: dollars / most,
      kept: keptText(retention.days),
      isHere: true,
      asOf: '2026-11',
      source: 'aws.amazon.com',
    },
    ...elsewhere.map((each) => ({
      vendor: each.vendor,
      plan: each.plan,
      dollars: money(each.dollars),
      burritos: burritosText(each.burritos),
      share: each.dollars / most,
      kept: `${each.keptDays === null ? keptText(retention.days) : count(each.keptDays, 'day')}${freeText(each)}`,
      isHere: false,
      asOf: `${each.asOf}${KNOWN[each.known]}`,
      source: new URL(each.source).hostname.replace(/^www\./, ''),
    })),
  ]
}

function keptText(days: number | null | undefined): string {
  if (days === null) return 'for ever'
  return days === undefined ? '30 days' : count(days, 'day')
}

function freeText({ freeForDays }: CostElsewhere): string {
  return freeForDays === null ? '' : `, or ${freeForDays} for nothing`
}
