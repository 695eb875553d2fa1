import type { Studio } from '../studio.ts'
import { assembleWorkout } from './assemble-workout.ts'
import { checkWorkout } from './check-workout.ts'
import { Draft } from './draft.ts'
import { gatherCircumstances } from './gather-circumstances.ts'
import { planSession } from './plan-session.ts'
import type { Workout } from './workout.ts'
import type { WorkoutLogger } from './workout-logger.ts'
import type { WorkoutRequest } from './workout-request.ts'
import { keepForLater } from './keep-for-later.ts'

/** Generates the workout that a user asks for; undefined if none came about. The log tells why. */
export async function generateWorkout(
  studio: Studio,
  request: WorkoutRequest,
  log: WorkoutLogger,
): Promise<Workout | undefined> {
  log.start(request)
  try {
    const circumstances = await gatherCircumstances(studio, request, log)
    const draft = new Draft(studio, request, circumstances, log)
    const parts = planSession(draft)
    const workout = await assembleWorkout(draft, parts)
    checkWorkout(draft, workout)
    keepForLater(draft, workout)
    log.finished(workout, request)
    return workout
  } catch (error) {
    log.failed(error)
    return undefined
  }
}
