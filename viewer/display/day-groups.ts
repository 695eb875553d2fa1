import { DAY_MS } from '../../engine/hours.ts'
import { dateOf } from './date-of.ts'
import type { Moment } from './moment.ts'

/** What happened on one day (in UTC). */
export interface DayGroup<Item> {
  /** `2026-11-21` */
  readonly date: string
  /** `Saturday, 21 November 2026` */
  readonly heading: string
  /** `today`, `yesterday`, or nothing. */
  readonly nickname: string
  readonly items: readonly Item[]
}

const HEADING = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** Groups items that come in the order of time by day. */
export function groupByDay<Item extends { readonly time: Moment }>(
  items: readonly Item[],
  now: number,
): readonly DayGroup<Item>[] {
  const days = new Map<string, Item[]>()
  for (const item of items) {
    const date = dayOf(item.time.datetime)
    const day = days.get(date)
    if (day === undefined) days.set(date, [item])
    else day.push(item)
  }
  return [...days].map(([date, dayItems]) => ({
    date,
    heading: HEADING.format(new Date(date)),
    nickname: nicknameOf(date, now),
    items: dayItems,
  }))
}

function nicknameOf(date: string, now: number): string {
  if (date === dayOf(dateOf(now).toISOString())) return 'today'
  return date === dayOf(dateOf(now - DAY_MS).toISOString()) ? 'yesterday' : ''
}

function dayOf(datetime: string): string {
  return datetime.slice(0, datetime.indexOf('T'))
}
