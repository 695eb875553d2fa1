import { isWeighted } from '../exercises/exercise.ts'
import type { Draft } from './draft.ts'
import type { Workout } from './workout.ts'

/** Puts the workout on the user's record, where the next one and the progress review find it. */
export function keepForLater({ circumstances, studio }: Draft, workout: Workout): void {
  circumstances.record.addWorkout({
    time: studio.clock(),
    minutes: workout.minutes,
    exercises: workout.exercises.map(({ exercise, prescription, kg }) => ({
      exercise,
      sets: prescription.sets,
      reps: prescription.unit === 'reps' ? prescription.amount : 1,
      ...(isWeighted(exercise) && kg !== undefined && { kg }),
    })),
  })
}
