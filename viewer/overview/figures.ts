import { medianOf, p95Of } from '../counts/tally.ts'
import type { Tally } from '../counts/tally.ts'
import { aboutDuration } from '../display/about-duration.ts'
import { digits, shortDigits } from '../display/count.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { changeWords, shareWords } from './change-words.ts'

/** A number that the page begins with. */
export interface Figure {
  readonly name: string
  readonly value: string
  readonly address: string
  /** Of which level it tells, where it is none too good. */
  readonly tone: 'plain' | 'error'
  /** What it is part of, or in which sense. */
  readonly remark: string
  readonly before: { readonly text: string; readonly address: string } | undefined
}

interface FiguresContext {
  /** The list of these events, now and before. */
  readonly address: (filters?: EventFilters) => string
  readonly addressBefore: (filters?: EventFilters) => string
}

/** @param before what was counted in the time before; undefined where it is not known */
export function figuresOf(
  now: Tally,
  before: Tally | undefined,
  { address, addressBefore }: FiguresContext,
): readonly Figure[] {
  const counted = (
    name: string,
    pick: (tally: Tally) => number,
    filters?: EventFilters,
  ): Figure => ({
    name,
    value: shortDigits(pick(now)),
    address: address(filters),
    tone: 'plain',
    remark: before === undefined ? '' : changeWords(pick(now), pick(before)),
    before:
      before === undefined
        ? undefined
        : { text: `${digits(pick(before))} before`, address: addressBefore(filters) },
  })
  const timed = (name: string, pick: (tally: Tally) => number | undefined): Figure => ({
    name,
    value: aboutWords(pick(now)),
    address: address(),
    tone: 'plain',
    remark: '',
    before:
      before === undefined || pick(before) === undefined
        ? undefined
        : { text: `${aboutWords(pick(before))} before`, address: addressBefore() },
  })
  const share = shareWords(now.levels.error, now.events)
  return [
    counted('Events', ({ events }) => events),
    {
      ...counted('Errors', ({ levels }) => levels.error, { level: 'error' }),
      tone: now.levels.error > 0 ? 'error' : 'plain',
      remark: `${share} of events`,
    },
    timed('Median duration', medianOf),
    timed('p95 duration', p95Of),
    counted('Lines', ({ lines }) => lines),
  ]
}

function aboutWords(ms: number | undefined): string {
  return ms === undefined ? '–' : `≈ ${aboutDuration(ms)}`
}
