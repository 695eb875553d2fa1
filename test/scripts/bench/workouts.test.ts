import assert from 'node:assert/strict'
import { ExerciseTable } from '../../../scripts/bench/workouts/exercise-table.ts'
import type { Answer, WorkoutOptions } from '../../../scripts/bench/workouts/job.ts'
import { startWorkoutMaker } from '../../../scripts/bench/workouts/workout-maker.ts'
import { embeddedEndpoint } from '../../embedded-dynamo.ts'

const JOB = { seed: 1, workouts: 3 }

async function answerOf(options: WorkoutOptions): Promise<Answer> {
  const maker = startWorkoutMaker(options)
  try {
    return await maker.make(JOB)
  } finally {
    await maker.stop()
  }
}

describe('the benchmark of generating workouts', () => {
  it('generates the same workouts with and without logging', async () => {
    const [silent, wording, full] = await Promise.all([
      answerOf({ logging: 'silent' }),
      answerOf({ logging: 'wording' }),
      answerOf({ logging: 'full' }),
    ])
    assert.ok(silent.exercises >= JOB.workouts)
    assert.equal(wording.exercises, silent.exercises)
    assert.equal(full.exercises, silent.exercises)
    assert.deepEqual([silent.lines, wording.lines], [0, 0])
    assert.ok(full.lines >= 30 * JOB.workouts)
  })

  it('generates the same workouts with and without logging, from the table', async () => {
    const endpoint = await embeddedEndpoint()
    const table = new ExerciseTable(endpoint)
    await table.create()
    table.close()
    const [silent, full] = await Promise.all([
      answerOf({ logging: 'silent', endpoint }),
      answerOf({ logging: 'full', endpoint }),
    ])
    assert.ok(silent.exercises >= JOB.workouts)
    assert.equal(full.exercises, silent.exercises)
    assert.ok(full.lines >= 30 * JOB.workouts)
  })
})
