import type { Count } from '../../engine/table/index.ts'
import { DAY_MS, HOUR_MS } from '../../engine/hours.ts'
import type { Tally } from './tally.ts'
import { tallyOf } from './tally.ts'

/** Time in steps of one length, from one whole hour to another. Milliseconds since the epoch. */
export interface Steps {
  readonly from: number
  readonly stepMs: number
  readonly length: number
}

/** What was counted within one step. */
export interface Column extends Tally {
  readonly from: number
  /** Its last millisecond. */
  readonly to: number
}

const STEP_HOURS = [1, 2, 3, 6, 12, 24] as const
/** More columns would be too narrow to be told apart, and to be hit, on a telephone. */
const MOST_COLUMNS = 32

/** The steps that cover a time, as short as their number allows. */
export function stepsOver(from: number, to: number): Steps {
  const longest = DAY_MS * Math.ceil((to - from) / DAY_MS / (MOST_COLUMNS - 1))
  const stepMs =
    STEP_HOURS.map((hours) => hours * HOUR_MS).find(
      (step) => lengthOver(from, to, step) <= MOST_COLUMNS,
    ) ?? longest
  return { from: startOfStep(from, stepMs), stepMs, length: lengthOver(from, to, stepMs) }
}

/** The same number of steps right before these. */
export function stepsBefore({ from, stepMs, length }: Steps): Steps {
  return { from: from - length * stepMs, stepMs, length }
}

/** The last millisecond of some steps. */
export function endOf({ from, stepMs, length }: Steps): number {
  return from + length * stepMs - 1
}

export function columnsOf(
  counts: readonly Count[],
  { from, stepMs, length }: Steps,
): readonly Column[] {
  const kept = Array.from({ length }, (): Count[] => [])
  for (const count of counts) kept[Math.floor((count.hour - from) / stepMs)]?.push(count)
  return kept.map((those, index) => ({
    ...tallyOf(those),
    from: from + index * stepMs,
    to: from + (index + 1) * stepMs - 1,
  }))
}

/** The beginning of the step that a time lies in, where steps are counted from the epoch. */
export function startOfStep(ms: number, stepMs: number): number {
  return ms - (ms % stepMs)
}

function lengthOver(from: number, to: number, stepMs: number): number {
  return Math.floor((startOfStep(to, stepMs) - startOfStep(from, stepMs)) / stepMs) + 1
}
