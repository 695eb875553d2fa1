import type { TrainingRecord } from '../records/training-record.ts'
import type { Adherence } from './measure-adherence.ts'
import type { ProgressLogger } from './progress-logger.ts'

/** Moves the user on to the next phase when the current one is over and was trained enough. */
export function decidePhase(
  record: TrainingRecord,
  adherence: Adherence,
  now: number,
  log: ProgressLogger,
): void {
  log.decidingPhase()
  if (!isOver(record, now, log)) return
  if (adherence.isEnough) moveOn(record, adherence, now, log)
  else stay(adherence, log)
}

function isOver(record: TrainingRecord, now: number, log: ProgressLogger): boolean {
  const { phase } = record
  const weeksLeft = phase.weeks - record.weekOfPhase(now) + 1
  if (weeksLeft > 0) log.phaseNotOver(phase, weeksLeft)
  else log.phaseOver(phase)
  return weeksLeft <= 0
}

function moveOn(
  record: TrainingRecord,
  adherence: Adherence,
  now: number,
  log: ProgressLogger,
): void {
  const { phase } = record
  record.moveToNextPhase(now)
  log.movedOn(phase, record.phase, adherence)
  if (record.phase.number < phase.number) log.cycleBeginsAgain(record.phase)
}

function stay(adherence: Adherence, log: ProgressLogger): void {
  log.phaseRepeated(adherence)
}
