import { HOUR_MS } from '../clock.ts'
import { RESISTANCE_MUSCLES } from '../training/muscle.ts'
import type { Muscle } from '../training/muscle.ts'
import type { Draft } from './draft.ts'

/** A muscle and how long it has rested, in milliseconds; never trained counts as forever. */
export interface RestedMuscle {
  readonly muscle: Muscle
  readonly restedMs: number
}

const FEWEST_MUSCLES = 3

/** The muscles to train, the longest rested first. Those that still recover come in only if too few are left. */
export function chooseMuscles(draft: Draft): readonly Muscle[] {
  const { log, phase, circumstances, studio } = draft
  const now = studio.clock()
  const rested = RESISTANCE_MUSCLES.map((muscle) => ({
    muscle,
    restedMs: circumstances.record.sinceMuscle(muscle, now) ?? Infinity,
  })).toSorted((a, b) => b.restedMs - a.restedMs || 0)
  const recovering = rested.filter(({ restedMs }) => restedMs < phase.recoveryHours * HOUR_MS)
  const ready = rested.filter(({ restedMs }) => restedMs >= phase.recoveryHours * HOUR_MS)
  if (ready.length < FEWEST_MUSCLES) {
    log.mostMusclesRecover(ready.length)
    return rested.map(({ muscle }) => muscle)
  }
  log.musclesReady(ready)
  if (recovering.length > 0) log.musclesRecovering(recovering, phase)
  return ready.map(({ muscle }) => muscle)
}
