import { DAY_MS } from '../clock.ts'
import type { TrainingRecord } from '../records/training-record.ts'
import type { ProgressLogger } from './progress-logger.ts'

const OBSERVED_DAYS = 28
const WANTED_PERCENT = 60

/** How much of what was planned was done. */
export interface Adherence {
  readonly done: number
  readonly skipped: number
  readonly percent: number
  readonly isEnough: boolean
}

export function measureAdherence(
  record: TrainingRecord,
  now: number,
  log: ProgressLogger,
): Adherence {
  const since = now - OBSERVED_DAYS * DAY_MS
  const done = record.doneSince(since).length
  const skipped = record.skippedSince(since)
  const percent = Math.round((100 * done) / Math.max(1, done + skipped))
  const adherence = { done, skipped, percent, isEnough: percent >= WANTED_PERCENT }
  log.adherenceMeasured(adherence, OBSERVED_DAYS)
  if (!adherence.isEnough) log.adherenceIsLow(adherence, WANTED_PERCENT)
  return adherence
}
