import type { EventPage } from '../../engine/table/event-page.ts'
import { aheadSentence } from './ahead.ts'
import { count } from './count.ts'
import { moment } from './moment.ts'

/**
 * Where reading stopped before its end, how far it got, and what going on would cost.
 *
 * @param found what was found until then, after a space; empty where that need not be said
 * @returns nothing where it did not stop
 */
export function stoppedWords(
  { readUnits, searchedTo, ahead }: EventPage,
  now: number,
  found: string = '',
): string {
  if (searchedTo === undefined) return ''
  const spent = `Stopped after ${count(readUnits, 'read unit')}${found}.`
  const reached = `Everything after ${moment(searchedTo, now).absolute} was searched.`
  return `${spent} ${reached} ${aheadSentence(ahead)}`.trimEnd()
}
