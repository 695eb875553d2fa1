import type { CostAhead } from '../../engine/table/event-page.ts'
import { count } from './count.ts'

/** What going on would cost, in a sentence: `Going on costs about 40 read units for each day.` */
export function aheadSentence(ahead: CostAhead | undefined): string {
  if (ahead === undefined) return ''
  const { readUnits, readUnitsADay } = ahead
  return readUnits === undefined
    ? `Going on costs about ${roughly(readUnitsADay)} for each day.`
    : `Going on to the end costs about ${roughly(readUnits)}.`
}

/** Two digits say enough of an estimate. */
export function roughly(units: number): string {
  return count(Math.max(0.5, Number(units.toPrecision(2))), 'read unit')
}
