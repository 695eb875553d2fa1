import assert from 'node:assert/strict'
import { exerciseNamed } from '../exercise-named.ts'
import { TrainingRecord } from '../../../../../scripts/demo/workouts/records/training-record.ts'
import { phaseNumbered } from '../../../../../scripts/demo/workouts/training/phase.ts'
import type { Component } from '../../../../../scripts/demo/workouts/training/component.ts'
import { Draft } from '../../../../../scripts/demo/workouts/workout/draft.ts'
import { NoExercisesError } from '../../../../../scripts/demo/workouts/workout/no-exercises-error.ts'
import { relaxFilter } from '../../../../../scripts/demo/workouts/workout/relax-filter.ts'
import { WorkoutLogger } from '../../../../../scripts/demo/workouts/workout/workout-logger.ts'
import { MONDAY, toldBy, userNumbered } from '../told-by.ts'
import type { ToldEvent } from '../told-by.ts'

async function relaxing(
  component: Component,
  names: readonly string[],
  wanted: number,
): Promise<ToldEvent> {
  return await toldBy(1, async (studio) => {
    const user = userNumbered(55)
    const log = new WorkoutLogger(user)
    const record = new TrainingRecord(phaseNumbered(1), MONDAY)
    const circumstances = {
      inventory: { available: [], missing: [] },
      record,
      turnedDown: [],
      restrictions: [],
      progress: 0,
      week: 1,
    }
    const draft = new Draft(studio, { user, minutes: 30, readiness: 3 }, circumstances, log)
    const target = {
      component,
      styles: [draft.phase.style],
      wanted,
      title: component,
      relaxable: true,
    }
    try {
      relaxFilter(draft, target, names.map(exerciseNamed), [])
    } catch (error) {
      assert.ok(error instanceof NoExercisesError)
      log.failed(error)
    }
    return log
  })
}

describe('relaxFilter', () => {
  it('stops at the step that lets enough exercises in', async () => {
    const { text } = await relaxing('balance', ['Step-Up to Balance', 'Single-Leg Squat'], 1)
    assert.equal(
      text,
      [
        'Relaxing the filter (1 of 4): exercises of the latest workouts may come back, which lets in nothing',
        'Relaxing the filter (2 of 4): household things may stand in for equipment, which lets in nothing',
        'Relaxing the filter (3 of 4): styles of other phases will do, which lets in Step-Up to Balance',
      ].join('\n'),
    )
  })

  it('makes do with fewer than wanted', async () => {
    const { text, level } = await relaxing('balance', ['Step-Up to Balance'], 2)
    assert.match(text, /\(4 of 4\)/)
    assert.notEqual(level, 'error')
  })

  it('gives up when nothing passes at the last step', async () => {
    const { lines } = await relaxing('core', ['Hanging Leg Raise'], 1)
    assert.equal(
      lines.at(-1)?.error?.message,
      'No exercise for core passes the filter, relaxed 4 times',
    )
  })

  it('improvises nothing that is quick', async () => {
    const { text } = await relaxing('plyometric', ['Box Jump-Up with Hold'], 1)
    assert.doesNotMatch(text, /household/)
    assert.match(text, /\(2 of 2\)/)
  })
})
