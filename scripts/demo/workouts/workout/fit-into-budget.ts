import { minutesOf } from '../training/prescription.ts'
import type { Prescription } from '../training/prescription.ts'

const SHORTEST_BOUT_MINUTES = 3

/** The prescription with as many sets, or minutes, as there is time for; undefined if there is none. */
export function fitIntoBudget(
  prescription: Prescription,
  minutesLeft: number,
): Prescription | undefined {
  if (minutesOf(prescription) <= minutesLeft) return prescription
  const shorter = shorten(prescription)
  return shorter && fitIntoBudget(shorter, minutesLeft)
}

function shorten(prescription: Prescription): Prescription | undefined {
  const { sets, amount, unit } = prescription
  if (unit === 'minutes') {
    return amount > SHORTEST_BOUT_MINUTES ? { ...prescription, amount: amount - 1 } : undefined
  }
  return sets > 1 ? { ...prescription, sets: sets - 1 } : undefined
}
