import { WorkoutLogger } from '../../demo/workouts/workout/workout-logger.ts'

/** Says nothing: every message of the domain is an empty method, so nothing is even worded. */
export class SilentWorkoutLogger extends WorkoutLogger {}

for (const name of Object.getOwnPropertyNames(WorkoutLogger.prototype)) {
  if (name === 'constructor') continue
  Object.defineProperty(SilentWorkoutLogger.prototype, name, { value: () => {} })
}
