import { count } from '../display/count.ts'
import { levelWords } from '../display/level-words.ts'
import { moment } from '../display/moment.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { rangeWords } from '../query/quick-range.ts'

/** What a list shows, in a sentence: `The newest 100 events of workout with errors in the last hour.` */
export function listSentence(
  filters: EventFilters,
  shown: number,
  isMore: boolean,
  now: number,
): string {
  const { cursor } = filters
  const number =
    cursor === undefined
      ? isMore
        ? `The newest ${count(shown, 'event')}`
        : sentenceCase(count(shown, 'event'))
      : sentenceCase(count(shown, 'older event'))
  return `${number}${filterWords(filters, now)}.`
}

/** The filters as words that follow a noun; empty where there are none. */
export function filterWords(
  { q, in: inside, prefix, object, level, range, from, to }: EventFilters,
  now: number,
): string {
  const about = object ?? prefix
  const words = [
    ...(about === undefined ? [] : [` of ${about}`]),
    ...(level === undefined ? [] : [` ${levelWords(level).phrase}`]),
    ...(range === undefined ? [] : [` in the ${rangeWords(range).long}`]),
    ...(from === undefined ? [] : [` from ${moment(from, now).absolute}`]),
    ...(to === undefined ? [] : [` up to ${moment(to, now).absolute}`]),
    ...(q === undefined
      ? []
      : [` that match “${q}”${inside === 'stories' ? ' in their stories' : ''}`]),
  ]
  return words.join('')
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
