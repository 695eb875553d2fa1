import assert from 'node:assert/strict'
import { historyStore } from '../../../../../scripts/demo/workouts/lookups/service.ts'
import type { FailureRate } from '../../../../../scripts/demo/workouts/lookups/surroundings.ts'
import { decidePhase } from '../../../../../scripts/demo/workouts/progress/decide-phase.ts'
import { ProgressLogger } from '../../../../../scripts/demo/workouts/progress/progress-logger.ts'
import { recalculateMaxima } from '../../../../../scripts/demo/workouts/progress/recalculate-maxima.ts'
import { reviewProgress } from '../../../../../scripts/demo/workouts/progress/review-progress.ts'
import { TrainingRecord } from '../../../../../scripts/demo/workouts/records/training-record.ts'
import { phaseNumbered } from '../../../../../scripts/demo/workouts/training/phase.ts'
import { DAY_MS } from '../../../../../scripts/demo/workouts/clock.ts'
import { exerciseNamed } from '../exercise-named.ts'
import { MONDAY, toldBy, userNumbered } from '../told-by.ts'
import type { ToldEvent } from '../told-by.ts'

async function reviewOf(id: number, failureRate: FailureRate): Promise<ToldEvent> {
  return await toldBy(
    4,
    async (studio) => {
      const log = new ProgressLogger(userNumbered(id))
      await reviewProgress(studio, userNumbered(id), log)
      return log
    },
    failureRate,
  )
}

async function telling(tell: (log: ProgressLogger) => void): Promise<string> {
  const { text } = await toldBy(1, async () => {
    const log = new ProgressLogger(userNumbered(42))
    tell(log)
    return log
  })
  return text
}

function recordWithWeeksDone(phase: number, weeks: number): TrainingRecord {
  return new TrainingRecord(phaseNumbered(phase), MONDAY - weeks * 7 * DAY_MS)
}

describe('reviewProgress', () => {
  it('tells a short story under a prefix of its own', async () => {
    const { object, lines, level } = await reviewOf(42, () => 0)
    assert.equal(object, 'progress_42')
    assert.ok(lines.length >= 8 && lines.length <= 30)
    assert.notEqual(level, 'error')
  })

  it('fails with a cause when the history does', async () => {
    const { lines } = await reviewOf(42, (service) => (service === historyStore ? 1 : 0))
    assert.equal(lines.at(-1)?.error?.cause?.code, 'ECONNRESET')
  })
})

describe('decidePhase', () => {
  const adherence = { done: 9, skipped: 1, percent: 90, isEnough: true }

  it('waits for the end of the phase', async () => {
    const record = recordWithWeeksDone(3, 2)
    const text = await telling((log) => decidePhase(record, adherence, MONDAY, log))
    assert.match(text, /Hypertrophy has 2 weeks to go: no change/)
  })

  it('moves on after enough training', async () => {
    const record = recordWithWeeksDone(3, 4)
    const text = await telling((log) => decidePhase(record, adherence, MONDAY, log))
    assert.match(text, /Maya moves on to Maximal Strength/)
    assert.equal(record.phase.number, 4)
  })

  it('stays after too little', async () => {
    const record = recordWithWeeksDone(3, 4)
    const tooLittle = { ...adherence, percent: 40, isEnough: false }
    const text = await telling((log) => decidePhase(record, tooLittle, MONDAY, log))
    assert.match(text, /At 40 % it was trained too seldom/)
    assert.equal(record.phase.number, 3)
  })

  it('begins again after the last phase', async () => {
    const record = recordWithWeeksDone(5, 4)
    const text = await telling((log) => decidePhase(record, adherence, MONDAY, log))
    assert.match(text, /That completes a whole cycle: Stabilization Endurance again/)
  })
})

describe('recalculateMaxima', () => {
  it('takes a wonder for a slip of the finger', async () => {
    const record = recordWithWeeksDone(3, 1)
    const exercise = exerciseNamed('Goblet Squat')
    record.setOneRepMaximum(exercise, 30)
    const text = await telling((log) =>
      recalculateMaxima(record, [{ exercise, reps: 8, kg: 240 }], log),
    )
    assert.match(text, /would be a wonder after a maximum of 30 kg/)
    assert.equal(record.oneRepMaximum(exercise), 30)
  })

  it('takes over a gain', async () => {
    const record = recordWithWeeksDone(3, 1)
    const exercise = exerciseNamed('Goblet Squat')
    record.setOneRepMaximum(exercise, 30)
    const text = await telling((log) =>
      recalculateMaxima(record, [{ exercise, reps: 9, kg: 25 }], log),
    )
    assert.match(text, /Goblet Squat: 9 × 25 kg makes 32.5 kg, up from 30 kg/)
    assert.match(text, /Best gain: Goblet Squat, 8 %/)
    assert.equal(record.oneRepMaximum(exercise), 32.5)
  })
})
