import { scaleUtc } from 'd3-scale'
import type { Steps } from '../counts/columns.ts'
import { endOf } from '../counts/columns.ts'
import { DAY_MS } from '../../engine/hours.ts'
import { clockWords, dayWords } from '../counts/time-words.ts'
import { percent } from './percent.ts'

/** A label below a chart, at the beginning of what it names. */
export interface TimeTick {
  readonly x: string
  readonly label: string
  /** Whether it is left out where there is little room. */
  readonly isMinor: boolean
}

const WANTED = 8
/** A label that begins further to the right would be cut. */
const LAST_X = 97

/** The labels of a time axis, in UTC. */
export function timeTicks(steps: Steps): readonly TimeTick[] {
  const scale = scaleUtc([steps.from, endOf(steps) + 1], [0, 100])
  return scale
    .ticks(WANTED)
    .filter((date) => scale(date) <= LAST_X)
    .map((date, index) => ({
      x: percent(scale(date)),
      label: date.getTime() % DAY_MS === 0 ? dayWords(date.getTime()) : clockWords(date.getTime()),
      isMinor: index % 2 === 1,
    }))
}
