import { StacktaleError } from '../errors/stacktale-error.ts'
import { LAST_MILLISECOND, stepsOf, stepsWithin, timestampOfSteps } from '../item/timestamp.ts'
import { decodeCursor } from './cursor.ts'
import type { EventQuery } from './event-page.ts'

/** The sort keys between which a query looks, both inclusive. */
export interface KeyRange {
  readonly first: string
  readonly last: string
}

/**
 * The sort keys that a query asks for.
 *
 * @returns undefined where there can be none, as after a cursor at the very beginning
 * @throws StacktaleError `time-invalid` or `cursor-invalid`
 */
export function keyRange({ from, to, cursor }: EventQuery): KeyRange | undefined {
  const { earliest, latest } = checkedRange({ from: from ?? 0, to: to ?? LAST_MILLISECOND })
  const first = stepsWithin(earliest).first
  const end = stepsWithin(latest).last
  const last = cursor === undefined ? end : smaller(end, stepsOf(decodeCursor(cursor)) - 1n)
  return first > last ? undefined : { first: timestampOfSteps(first), last: timestampOfSteps(last) }
}

/** Two times in milliseconds since the epoch. @throws StacktaleError `time-invalid` */
export function checkedRange({ from, to }: Required<Pick<EventQuery, 'from' | 'to'>>): {
  readonly earliest: number
  readonly latest: number
} {
  const earliest = millisecond(from, 'from')
  const latest = millisecond(to, 'to')
  if (earliest <= latest) return { earliest, latest }
  throw new StacktaleError(
    'time-invalid',
    `"from" (${new Date(earliest).toISOString()}) lies after "to" (${new Date(latest).toISOString()}). Exchange them.`,
  )
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function millisecond(value: number | Date, name: string): number {
  const time = Math.floor(Number(value))
  if (time >= 0 && time <= LAST_MILLISECOND) return time
  throw new StacktaleError(
    'time-invalid',
    `"${name}" must be a Date or milliseconds since the epoch, from 0 to ${LAST_MILLISECOND}; it is ${String(value)}.`,
  )
}
