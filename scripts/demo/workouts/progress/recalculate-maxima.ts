import type { Exercise } from '../exercises/exercise.ts'
import { estimateMaximum } from '../records/one-rep-maximum.ts'
import type { TrainingRecord } from '../records/training-record.ts'
import type { Lift } from './lift.ts'
import type { ProgressLogger } from './progress-logger.ts'

const IMPLAUSIBLE_FACTOR = 1.5

interface Gain {
  readonly exercise: Exercise
  readonly percent: number
}

/** Brings the weights that the user can lift once up to date. */
export function recalculateMaxima(
  record: TrainingRecord,
  lifts: readonly Lift[],
  log: ProgressLogger,
): void {
  if (lifts.length === 0) {
    log.noLifts()
    return
  }
  log.recalculatingMaxima(lifts.length)
  let best: Gain | undefined
  for (const lift of lifts) {
    const percent = recalculateMaximum(record, lift, log)
    if (percent > (best?.percent ?? 0)) best = { exercise: lift.exercise, percent }
  }
  if (best !== undefined) log.strongestGain(best.exercise, best.percent)
}

/** @returns the change in percent */
function recalculateMaximum(record: TrainingRecord, lift: Lift, log: ProgressLogger): number {
  const before = record.oneRepMaximum(lift.exercise)
  const after = Math.round(estimateMaximum(lift.kg, lift.reps) * 2) / 2
  if (before === undefined) {
    log.firstMaximum(lift, after)
  } else if (after > before * IMPLAUSIBLE_FACTOR) {
    log.liftImplausible(lift, before)
    return 0
  } else if (after === before) {
    log.maximumKept(lift, before)
  } else {
    log.maximumChanged(lift, before, after)
  }
  record.setOneRepMaximum(lift.exercise, after)
  return before === undefined ? 0 : Math.round((100 * (after - before)) / before)
}
