import { PAGE_READ_UNITS } from '../../engine/table/check-query.ts'
import type { EventPage } from '../../engine/table/event-page.ts'
import { LEAST_READ_UNITS } from '../../engine/table/read-units.ts'
import { mostStories } from '../../engine/table/story-search.ts'
import { count } from '../display/count.ts'
import { moment } from '../display/moment.ts'

export interface SearchReported {
  /** How many stories were read, where they were searched. */
  readonly opened: number | undefined
  /** What as much again takes, where stories were searched. */
  readonly againReadUnits?: number | undefined
  /** Whether it goes on from an earlier page. */
  readonly isContinued: boolean
}

/**
 * What a search took, what it found, and how far it got:
 * `Read 400 events, 32 of them whole, for 25 read units: 3 hits, back to 21 Nov 2026, 14:05:00.000 UTC.`
 */
export function searchSentence(
  page: EventPage,
  { opened, isContinued }: SearchReported,
  now: number,
): string {
  const { events, readUnits, looked } = page
  const whole = opened === undefined ? '' : `, ${opened === 0 ? 'none' : opened} of them whole,`
  const read = looked === undefined ? 'Searched' : `Read ${count(looked, 'event')}${whole}`
  const hits = count(events.length, isContinued ? 'further hit' : 'hit')
  return `${read} for ${count(readUnits, 'read unit')}: ${hits}, ${reach(page, opened, now)}.`
}

/** What going on leads to: a page like this one, which takes as much again; less where less is left. */
export function continueLabel(page: EventPage, { againReadUnits }: SearchReported): string {
  const { readUnits, ahead } = page
  const again = Math.min(PAGE_READ_UNITS, againReadUnits ?? readUnits)
  const next = Math.max(LEAST_READ_UNITS, Math.min(again, ahead?.readUnits ?? again))
  return `Continue for about ${count(next, 'read unit')}`
}

function reach(page: EventPage, opened: number | undefined, now: number): string {
  const { cursor, searchedTo, events } = page
  if (cursor === undefined) return 'and there are no more'
  const last = events.at(-1)
  const end = searchedTo ?? (last === undefined ? now : Number(last.timestamp))
  return `back to ${moment(Math.floor(end), now).absolute}, ${endWords(page, opened)}`
}

/**
 * Stories that were just read cost nothing, so that the most that a page opens may end it before its
 * budget; and so may the half of it that lists events, where few of their stories have to be opened.
 */
function endWords({ stopped, readUnits }: EventPage, opened: number | undefined): string {
  if (stopped !== 'budget') return 'where the page was full'
  const most = mostStories(PAGE_READ_UNITS)
  if (opened !== undefined && opened >= most) {
    return `where ${most} stories were read, as many as a page reads`
  }
  if (opened === undefined || readUnits > PAGE_READ_UNITS - 1) {
    return 'where the read units of a page were spent'
  }
  return `as far as a page gets: half of its ${PAGE_READ_UNITS} read units are for the list, the rest for stories`
}
