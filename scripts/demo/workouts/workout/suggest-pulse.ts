import type { Prescription } from '../training/prescription.ts'
import type { Draft } from './draft.ts'

/** Tells how fast the heart should beat during cardio. */
export function suggestPulse({ log, request }: Draft, { intensity }: Prescription): void {
  const maximum = 220 - request.user.age
  log.pulseSuggested(Math.round((maximum * intensity) / 100), maximum)
}
