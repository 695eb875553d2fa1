import type { Exercise } from '../exercises/exercise.ts'
import { JOINTS } from '../training/joint.ts'
import type { Joint } from '../training/joint.ts'
import type { Muscle } from '../training/muscle.ts'
import type { Draft } from './draft.ts'
import type { Workout } from './workout.ts'

const PUSHING: readonly Muscle[] = ['chest', 'shoulders', 'triceps']
const PULLING: readonly Muscle[] = ['back', 'biceps']
const MANY_HEAVY_LOADS = 4

/** Looks at what no single choice could see: the balance of the whole. */
export function checkWorkout(draft: Draft, workout: Workout): void {
  draft.log.checkingWorkout()
  weighMuscles(draft, workout)
  weighJoints(draft, workout)
}

function weighMuscles({ log }: Draft, { exercises }: Workout): void {
  const sets = new Map<Muscle, number>()
  for (const { component, exercise, prescription } of exercises) {
    if (component !== 'resistance') continue
    sets.set(exercise.muscle, (sets.get(exercise.muscle) ?? 0) + prescription.sets)
  }
  log.setsCounted(sets)
  const total = (muscles: readonly Muscle[]): number =>
    muscles.reduce((sum, muscle) => sum + (sets.get(muscle) ?? 0), 0)
  const [pushes, pulls] = [total(PUSHING), total(PULLING)]
  if (pushes + pulls > 0) log.pushesAndPulls(pushes, pulls)
}

function weighJoints({ circumstances, log }: Draft, workout: Workout): void {
  const exercises = workout.exercises.map((planned) => planned.exercise)
  for (const restriction of circumstances.restrictions) {
    const loading = exercises.filter((exercise) => loadsJoint(exercise, restriction.joint))
    log.jointSpared(restriction, loading.length)
  }
  for (const joint of JOINTS) {
    const heavy = exercises.filter((exercise) => loadsJointHeavily(exercise, joint))
    if (heavy.length >= MANY_HEAVY_LOADS) log.jointOverloaded(joint, heavy)
  }
}

function loadsJoint({ loads }: Exercise, joint: Joint): boolean {
  return loads.some((load) => load.joint === joint)
}

function loadsJointHeavily({ loads }: Exercise, joint: Joint): boolean {
  return loads.some((load) => load.joint === joint && load.heavy)
}
