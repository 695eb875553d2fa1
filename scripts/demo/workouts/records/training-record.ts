import { DAY_MS, HOUR_MS } from '../clock.ts'
import type { Exercise } from '../exercises/exercise.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { Muscle } from '../training/muscle.ts'
import type { Phase } from '../training/phase.ts'
import { phaseAfter } from '../training/phase.ts'
import type { PastWorkout } from './past-workout.ts'

const KEPT_WORKOUTS = 24
/** A workout that is asked for again within this time was not to the user's liking. */
const SECOND_THOUGHTS_MS = 8 * HOUR_MS
const DONE_RATE = 0.84

/** What became of the workout that was generated last. */
export type Outcome = 'done' | 'skipped' | 'replaced'

export interface Settled {
  readonly outcome: Outcome
  readonly workout: PastWorkout
}

/** What is known about a user's training so far. */
export class TrainingRecord {
  #phase: Phase
  #phaseStart: number
  #done: readonly PastWorkout[] = []
  #skippedTimes: readonly number[] = []
  #reviewedAt: number | undefined
  #latest: PastWorkout | undefined
  readonly #maxima = new Map<number, number>()

  constructor(phase: Phase, phaseStart: number) {
    this.#phase = phase
    this.#phaseStart = phaseStart
  }

  get phase(): Phase {
    return this.#phase
  }

  /** The workouts that were done, newest first. */
  get done(): readonly PastWorkout[] {
    return this.#done
  }

  doneSince(time: number): readonly PastWorkout[] {
    return this.#done.filter((workout) => workout.time >= time)
  }

  skippedSince(time: number): number {
    return this.#skippedTimes.filter((skipped) => skipped >= time).length
  }

  /** 1 in the first week of the phase. */
  weekOfPhase(now: number): number {
    return 1 + Math.floor(Math.max(0, now - this.#phaseStart) / (7 * DAY_MS))
  }

  /** When the user's progress was last reviewed; undefined if it never was. */
  get reviewedAt(): number | undefined {
    return this.#reviewedAt
  }

  markReviewed(now: number): void {
    this.#reviewedAt = now
  }

  moveToNextPhase(now: number): void {
    this.#phase = phaseAfter(this.#phase)
    this.#phaseStart = now
  }

  addWorkout(workout: PastWorkout): void {
    this.#latest = workout
  }

  addDone(workout: PastWorkout): void {
    this.#done = [workout, ...this.#done].slice(0, KEPT_WORKOUTS)
  }

  /** Finds out what became of the workout that was generated last. */
  settleLatest(now: number, random: SeededRandom): Settled | undefined {
    const workout = this.#latest
    if (workout === undefined) return undefined
    this.#latest = undefined
    if (now - workout.time < SECOND_THOUGHTS_MS) return { outcome: 'replaced', workout }
    if (random.chance(DONE_RATE)) {
      this.addDone(workout)
      return { outcome: 'done', workout }
    }
    this.#skippedTimes = [workout.time, ...this.#skippedTimes].slice(0, KEPT_WORKOUTS)
    return { outcome: 'skipped', workout }
  }

  /** How long ago the exercise was done, in milliseconds, looking so many workouts back. */
  sinceExercise(
    exercise: Exercise,
    now: number,
    workoutsBack: number = KEPT_WORKOUTS,
  ): number | undefined {
    const last = this.#done
      .slice(0, workoutsBack)
      .find((workout) =>
        workout.exercises.some((performed) => performed.exercise.id === exercise.id),
      )
    return last && now - last.time
  }

  /** How long ago the muscle was trained against resistance, in milliseconds. */
  sinceMuscle(muscle: Muscle, now: number): number | undefined {
    const last = this.#done.find((workout) =>
      workout.exercises.some(
        ({ exercise }) => exercise.component === 'resistance' && exercise.muscle === muscle,
      ),
    )
    return last && now - last.time
  }

  /** The weight that the user can lift once, in kilograms. */
  oneRepMaximum(exercise: Exercise): number | undefined {
    return this.#maxima.get(exercise.id)
  }

  setOneRepMaximum(exercise: Exercise, kg: number): void {
    this.#maxima.set(exercise.id, kg)
  }
}
