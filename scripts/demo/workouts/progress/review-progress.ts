import { DAY_MS } from '../clock.ts'
import type { TrainingRecord } from '../records/training-record.ts'
import type { Studio } from '../studio.ts'
import type { User } from '../users/user.ts'
import { decidePhase } from './decide-phase.ts'
import { reportedLifts } from './lift.ts'
import { measureAdherence } from './measure-adherence.ts'
import type { ProgressLogger } from './progress-logger.ts'
import { recalculateMaxima } from './recalculate-maxima.ts'

const REVIEWED_DAYS = 10

/** Looks at what a user has done lately and draws the consequences. */
export async function reviewProgress(
  studio: Studio,
  user: User,
  log: ProgressLogger,
): Promise<void> {
  log.start()
  try {
    const record = await readRecord(studio, user, log)
    const now = studio.clock()
    const adherence = measureAdherence(record, now, log)
    const since = now - REVIEWED_DAYS * DAY_MS
    recalculateMaxima(record, reportedLifts(user, record, since, studio.random), log)
    decidePhase(record, adherence, now, log)
    record.markReviewed(now)
    log.finished()
  } catch (error) {
    log.failed(error)
  }
}

async function readRecord(
  studio: Studio,
  user: User,
  log: ProgressLogger,
): Promise<TrainingRecord> {
  log.readingRecord()
  const record = await studio.history.of(user, log)
  const now = studio.clock()
  const week = Math.min(record.weekOfPhase(now), record.phase.weeks)
  const { reviewedAt } = record
  log.recordRead(record.phase, week, reviewedAt === undefined ? undefined : now - reviewedAt)
  return record
}
