import { DAY_MS } from '../../engine/hours.ts'
import { bytesText, roughCount } from '../../engine/table/standing/amount-text.ts'
import { inBurritos } from '../../engine/table/standing/elsewhere.ts'
import type { NearText } from '../../engine/table/standing/near-text.ts'
import { nearText } from '../../engine/table/standing/near-text.ts'
import { BURRITO_DOLLARS, RAW_BYTES_A_LINE } from '../../engine/table/standing/prices.ts'
import type { Standing } from '../../engine/table/standing/standing.ts'
import { count } from './count.ts'
import type { PlaceRow } from './elsewhere-rows.ts'
import { placeRows } from './elsewhere-rows.ts'
import type { Meter } from './meter.ts'
import { metersOf } from './meters.ts'
import { burritosText, money } from './money.ts'

/** Where a table stands, in words, for the page and for the terminal. */
export interface StandingView {
  /** `$0 a month` */
  readonly headline: string
  readonly sentence: string
  readonly near: readonly NearText[]
  readonly meters: readonly Meter[]
  readonly places: readonly PlaceRow[]
  /** What the comparison takes for granted. */
  readonly assumption: string
}

export function standingView(standing: Standing): StandingView {
  return {
    headline: `${money(standing.dollars)} a month`,
    sentence: sentenceOf(standing),
    near: standing.near.map(nearText),
    meters: metersOf(standing),
    places: placeRows(standing),
    assumption: `Each line is a record of ${RAW_BYTES_A_LINE} bytes elsewhere: its text, in JSON with time, level, service, host, trace and object. List prices, before taxes and discounts; a burrito is ${money(BURRITO_DOLLARS)}. What each does with them is not compared, and the one burrito that writing a logger takes is not counted.`,
  }
}

function sentenceOf({ counted, month, dollars, billing }: Standing): string {
  if (counted === undefined) {
    return 'Nothing was counted in the last days, so there is no rate to go by.'
  }
  const days = (counted.to - counted.from) / DAY_MS
  const basis = days >= 2 ? `the last ${count(Math.round(days), 'day')}` : `the last ${hours(days)}`
  const burritos = `Here that is ${burritosText(inBurritos(dollars))}.`
  const paid =
    billing === 'on-demand' ? ' Writes are paid for by the request; reads are not counted in.' : ''
  return `As in ${basis}, a month has ${roughCount(month.events, 'event')} and ${roughCount(month.lines, 'line')}: ${bytesText(month.rawBytes)} elsewhere. ${burritos}${paid}`
}

function hours(days: number): string {
  return count(Math.max(1, Math.round(days * 24)), 'hour')
}
