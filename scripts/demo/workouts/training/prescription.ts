import type { Unit } from './acute-variables.ts'

/** How an exercise is to be done. */
export interface Prescription {
  readonly sets: number
  readonly amount: number
  readonly unit: Unit
  readonly tempo: string
  readonly restSeconds: number
  /** Percent of the weight that can be lifted once; 0 where there is no weight. */
  readonly intensity: number
}

const SETUP_MINUTES = 0.4
const LONGEST_HOLD_SECONDS = 45

/** How long doing it takes, with setting up and rests. */
export function minutesOf(prescription: Prescription): number {
  const seconds = prescription.sets * (setSeconds(prescription) + prescription.restSeconds)
  return seconds / 60 + SETUP_MINUTES
}

function setSeconds({ amount, unit, tempo }: Prescription): number {
  if (unit === 'minutes') return amount * 60
  return unit === 'seconds' ? amount : amount * repSeconds(tempo)
}

/** Holding a position for as long as repeating a movement would take. */
export function asHold(prescription: Prescription): Prescription {
  const seconds = Math.min(
    LONGEST_HOLD_SECONDS,
    prescription.amount * repSeconds(prescription.tempo),
  )
  return { ...prescription, amount: toFive(seconds), unit: 'seconds', tempo: '-' }
}

export function toFive(seconds: number): number {
  return Math.round(seconds / 5) * 5
}

function repSeconds(tempo: string): number {
  return tempo
    .split('/')
    .map((part) => (part === 'X' ? 1 : Number(part)))
    .reduce((sum, seconds) => sum + seconds, 0)
}
