import type { Style } from './style.ts'

export interface Phase {
  readonly number: number
  readonly title: string
  readonly weeks: number
  readonly style: Style
  readonly stretching: Style
  /** How long a muscle rests before it is trained again. */
  readonly recoveryHours: number
  /** The style of the second exercise of a superset; phases without one do straight sets. */
  readonly supersetStyle?: Style
}

const stabilizationEndurance: Phase = {
  number: 1,
  title: 'Stabilization Endurance',
  weeks: 4,
  style: 'stabilization',
  stretching: 'static',
  recoveryHours: 24,
}

/** The phases of a year of training, each building on the one before. */
export const PHASES: readonly Phase[] = [
  stabilizationEndurance,
  {
    number: 2,
    title: 'Strength Endurance',
    weeks: 4,
    style: 'strength',
    stretching: 'active',
    recoveryHours: 36,
    supersetStyle: 'stabilization',
  },
  {
    number: 3,
    title: 'Hypertrophy',
    weeks: 4,
    style: 'strength',
    stretching: 'active',
    recoveryHours: 48,
  },
  {
    number: 4,
    title: 'Maximal Strength',
    weeks: 4,
    style: 'strength',
    stretching: 'active',
    recoveryHours: 60,
  },
  {
    number: 5,
    title: 'Power',
    weeks: 4,
    style: 'power',
    stretching: 'dynamic',
    recoveryHours: 48,
    supersetStyle: 'power',
  },
]

export function phaseNumbered(number: number): Phase {
  return PHASES.find((phase) => phase.number === number) ?? stabilizationEndurance
}

/** The phase that follows; after the last the cycle begins again. */
export function phaseAfter(phase: Phase): Phase {
  return phaseNumbered(phase.number + 1)
}
