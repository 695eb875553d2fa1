import assert from 'node:assert/strict'
import { CATALOGUE } from '../../../../../scripts/demo/workouts/exercises/catalogue.ts'
import { isHeld, isWeighted } from '../../../../../scripts/demo/workouts/exercises/exercise.ts'
import { COMPONENTS } from '../../../../../scripts/demo/workouts/training/component.ts'
import { MUSCLES } from '../../../../../scripts/demo/workouts/training/muscle.ts'
import { exerciseNamed } from '../exercise-named.ts'

describe('the catalogue', () => {
  it('has a few hundred exercises, each once', () => {
    assert.ok(CATALOGUE.length > 200)
    assert.equal(new Set(CATALOGUE.map(({ id }) => id)).size, CATALOGUE.length)
    assert.equal(new Set(CATALOGUE.map(({ name }) => name)).size, CATALOGUE.length)
  })

  it('has some for every component and every muscle', () => {
    for (const component of COMPONENTS) {
      assert.ok(
        CATALOGUE.some((exercise) => exercise.component === component),
        component,
      )
    }
    for (const muscle of MUSCLES) {
      assert.ok(
        CATALOGUE.some((exercise) => exercise.muscle === muscle),
        muscle,
      )
    }
  })

  it('reads a row', () => {
    assert.deepEqual(exerciseNamed('Barbell Back Squat'), {
      id: 706,
      name: 'Barbell Back Squat',
      component: 'resistance',
      muscle: 'quads',
      style: 'strength',
      level: 2,
      equipment: ['barbell', 'rack'],
      loads: [
        { joint: 'knee', heavy: true },
        { joint: 'lower back', heavy: true },
      ],
    })
  })

  it('knows what has a weight and what is held', () => {
    assert.ok(isWeighted(exerciseNamed('Goblet Squat')))
    assert.ok(!isWeighted(exerciseNamed('Push-Up')))
    assert.ok(isHeld(exerciseNamed('Wall Sit')))
    assert.ok(!isHeld(exerciseNamed('Squat Jump with Hold')))
    assert.ok(!isHeld(exerciseNamed('Step-Up to Balance')))
  })
})
