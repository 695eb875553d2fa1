import { GenericLogger } from 'stacktale'
import {
  capitalized,
  count,
  kilograms,
  list,
  minutes,
  shortList,
  span,
  withArticle,
} from '../english.ts'
import type { Equipment } from '../exercises/equipment.ts'
import type { Exercise } from '../exercises/exercise.ts'
import type { LookupLog } from '../lookups/ask.ts'
import type { Inventory } from '../lookups/equipment-inventory.ts'
import type { ServiceError } from '../lookups/service-error.ts'
import type { Settled, TrainingRecord } from '../records/training-record.ts'
import { COMPONENT_TITLES } from '../training/component.ts'
import type { Component } from '../training/component.ts'
import type { Joint } from '../training/joint.ts'
import type { Muscle } from '../training/muscle.ts'
import type { Phase } from '../training/phase.ts'
import type { Prescription } from '../training/prescription.ts'
import { minutesOf } from '../training/prescription.ts'
import type { Style } from '../training/style.ts'
import type { Restriction } from '../users/restriction.ts'
import { firstName } from '../users/user.ts'
import type { User } from '../users/user.ts'
import type { RestedMuscle } from './choose-muscles.ts'
import type { Rejection } from './objection.ts'
import * as phrase from './phrases.ts'
import type { RelaxedFilter } from './relax-filter.ts'
import type { SessionPart } from './plan-session.ts'
import type { Target } from './target.ts'
import type { TimeBudget } from './time-budget.ts'
import type { PlannedExercise, Workout } from './workout.ts'
import type { WorkoutRequest } from './workout-request.ts'

/** Tells how a workout comes about. */
export class WorkoutLogger extends GenericLogger<User> implements LookupLog {
  readonly #user: User
  readonly #name: string

  constructor(user: User) {
    super(user, 'workout')
    this.#user = user
    this.#name = firstName(user)
  }

  start(request: WorkoutRequest): void {
    this.addMessage(
      `Starting workout generation for ${this.#user.name}: ${request.minutes} minutes, readiness ${request.readiness} of 5`,
    )
  }

  gatheringCircumstances(): void {
    this.addMessage(`Finding out what ${this.#name} can do today`)
  }

  takingInventory(): void {
    this.addMessage(`Asking what there is to train with (${this.#user.kit})`)
  }

  inventoryTaken({ available, missing }: Inventory): void {
    this.addMessage(`At hand: ${shortList(available, 5)}`)
    for (const { item, reason } of missing) {
      this.addMessage(`Missing today: ${item} (${reason})`)
    }
  }

  readingRecord(): void {
    this.addMessage('Reading the training record')
  }

  recordRead(record: TrainingRecord, now: number): void {
    const [latest] = record.done
    const last = latest ? `, the latest ${span(now - latest.time)} ago` : ''
    this.addMessage(`${count(record.done.length, 'finished workout')} on record${last}`)
  }

  latestWorkoutSettled(settled: Settled, now: number): void {
    const ago = span(now - settled.workout.time)
    this.addMessage(`The workout of ${ago} ago was ${phrase.fate(settled)}`)
  }

  restricted(restriction: Restriction): void {
    const { severity, condition } = restriction
    const how = severity === 'mild' ? 'no heavy loads' : 'no loads at all'
    this.addMessage(`Sparing the ${phrase.place(restriction)} (${condition}, ${severity}): ${how}`)
  }

  planningSession(phase: Phase, week: number, request: WorkoutRequest): void {
    this.addMessage(
      `Planning ${request.minutes} minutes of ${phase.title}, week ${week} of ${phase.weeks}`,
    )
    if (request.minutes < this.#user.minutes) {
      this.addMessage(`Short day: usually ${this.#name} takes ${this.#user.minutes} minutes`)
    }
  }

  easingOff(readiness: number): void {
    this.addMessage(`At readiness ${readiness} every exercise loses a set, and weights get lighter`)
  }

  componentNotInPhase(component: Component, phase: Phase): void {
    this.debug(`No ${phrase.titleOf(component)} in ${phase.title}`)
  }

  componentTooShort(component: Component, share: number): void {
    this.addMessage(`No ${phrase.titleOf(component)}: ${minutes(share)} would be too little`)
  }

  tooTiredFor(component: Component): void {
    this.addMessage(`No ${phrase.titleOf(component)}: ${this.#name} is too tired to land well`)
  }

  sessionPlanned(parts: readonly SessionPart[]): void {
    const shares = parts.map(
      (part) => `${phrase.titleOf(part.component)} ${part.minutes.toFixed(1)}`,
    )
    this.addMessage(`Minutes for each: ${list(shares)}`)
  }

  startComponent(component: Component, budget: TimeBudget, carriedMinutes: number): void {
    const carried = carriedMinutes < 0.1 ? '' : `, ${carriedMinutes.toFixed(1)} of them left over`
    this.addMessage(`${COMPONENT_TITLES[component]}: ${minutes(budget.minutes)}${carried}`)
  }

  seekingExercises(component: Component, styles: readonly Style[], most: number): void {
    const wanted = most === 1 ? 'one exercise' : `up to ${most} exercises`
    this.addMessage(`Looking for ${wanted} ${phrase.aims(component, styles)}`)
  }

  recreateFilter(target: Target): void {
    this.addMessage(`Recreating the exercise filter for ${target.title}`)
  }

  criterionApplied(passing: number, before: number, example: Rejection): void {
    const { name } = example.exercise
    const { criterion } = example.objection
    this.addMessage(
      `${phrase.passed(criterion, passing, before)}: ${name} ${phrase.objected(example)}`,
    )
  }

  deadEndForComponent(target: Target): void {
    this.addMessage(`No exercises available with the current filter for ${target.title}`)
  }

  tooFew(target: Target, passing: number): void {
    this.addMessage(`Too little to choose from: ${passing} where ${target.wanted} are wanted`)
  }

  relaxedFilter({ rule, step, steps, gained }: RelaxedFilter): void {
    const text = `Relaxing the filter (${step} of ${steps}): ${phrase.relaxed(rule)}`
    if (gained.length === 0) this.debug(`${text}, which lets in nothing`)
    else this.addMessage(`${text}, which lets in ${shortList(phrase.namesOf(gained), 2)}`)
  }

  noMoreForComponent(component: Component, error: Error): void {
    const { cause } = error
    this.warn(
      `Not committing any more exercises for ${phrase.titleOf(component)} (${error.message})`,
      cause instanceof Error ? { cause: cause.message } : undefined,
    )
  }

  startResistance({ supersetStyle }: Phase): void {
    const pair = supersetStyle && `superset (strength, then ${supersetStyle})`
    this.addMessage(`One ${pair ?? 'exercise'} a muscle, the longest rested first`)
  }

  musclesReady(ready: readonly RestedMuscle[]): void {
    this.addMessage(`Rested: ${shortList(ready.map(phrase.rest), 4)}`)
  }

  musclesRecovering(recovering: readonly RestedMuscle[], phase: Phase): void {
    this.addMessage(
      `Still recovering, which takes ${phase.recoveryHours} hours: ${shortList(recovering.map(phrase.rest), 4)}`,
    )
  }

  mostMusclesRecover(ready: number): void {
    const rested = ready === 0 ? 'Nothing has' : `Only ${count(ready, 'muscle')} had`
    this.addMessage(`${rested} rested long enough: the longest rested of the others join in`)
  }

  startMuscle(muscle: Muscle, budget: TimeBudget): void {
    this.addMessage(`${capitalized(muscle)}, with ${minutes(budget.left)} left`)
  }

  muscleLeftOut(muscle: Muscle, error: Error): void {
    this.warn(`Leaving ${muscle} out (${error.message})`)
  }

  picked(exercise: Exercise, sinceMs: number | undefined, passedOver: readonly Exercise[]): void {
    const since = sinceMs === undefined ? `new to ${this.#name}` : `last done ${span(sinceMs)} ago`
    this.addMessage(`Picked ${exercise.name} (${since}), ${phrase.choice(passedOver)}`)
  }

  weightSuggested(kg: number, intensity: number, maximum: number): void {
    this.addMessage(`${intensity} % of a maximum of ${kilograms(maximum)} makes ${kilograms(kg)}`)
  }

  maximumUnknown(exercise: Exercise): void {
    this.addMessage(`No maximum known for ${exercise.name}: leave two repetitions in reserve`)
  }

  pulseSuggested(pulse: number, maximum: number): void {
    this.addMessage(`Aim for ${pulse} beats a minute, of ${maximum} at most`)
  }

  cutShort(usual: Prescription, shorter: Prescription, budget: TimeBudget): void {
    const { sets, amount, unit } = shorter
    const kept = unit === 'minutes' ? `${amount} minutes` : count(sets, 'set')
    this.addMessage(
      `The usual ${minutes(minutesOf(usual))} don't fit into ${budget.left.toFixed(1)}: cut to ${kept}`,
    )
  }

  noExercisesLeft(): void {
    this.addMessage('Nothing else to choose from')
  }

  noRoomLeft(budget: TimeBudget): void {
    this.addMessage(`${minutes(budget.left)} left: not enough for another`)
  }

  improvised(item: Equipment, standIn: string): void {
    this.addMessage(`${capitalized(standIn)} will do for ${withArticle(item)}`)
  }

  placed(planned: PlannedExercise, budget: TimeBudget): void {
    const { exercise, prescription, kg } = planned
    const { sets, amount, unit } = prescription
    this.addMessage(
      `${phrase.doses(prescription)}: ${minutes(planned.minutes)}, ${budget.left.toFixed(1)} left`,
      { id: exercise.id, sets, [unit]: amount, ...(kg !== undefined && { kg }) },
    )
  }

  seekingPartner(exercise: Exercise, style: Style): void {
    this.addMessage(`Looking for a ${style} exercise to follow ${exercise.name}`)
  }

  superset(first: Exercise, second: Exercise): void {
    this.addMessage(`Superset: ${first.name}, then ${second.name} straight after`, {
      ids: [first.id, second.id],
    })
  }

  noPartner(exercise: Exercise, error: Error): void {
    this.addMessage(`${exercise.name} stays in straight sets (${error.message})`)
  }

  retryingLookup(service: string, attempt: number, pauseMs: number, error: ServiceError): void {
    this.warn(
      `The ${service} failed at attempt ${attempt} (${error.message}): again in ${pauseMs} ms`,
      { code: error.code },
    )
  }

  checkingWorkout(): void {
    this.addMessage('Looking at the workout as a whole')
  }

  setsCounted(sets: ReadonlyMap<Muscle, number>): void {
    this.debug(`Sets against resistance: ${list([...sets].map(([muscle, n]) => `${muscle} ${n}`))}`)
  }

  pushesAndPulls(pushes: number, pulls: number): void {
    const advice = pushes > pulls ? 'pull' : 'push'
    const verdict = Math.abs(pushes - pulls) > 4 ? `: next time ${advice} first` : ', fair enough'
    this.addMessage(`${count(pushes, 'set')} of pushing, ${pulls} of pulling${verdict}`)
  }

  jointSpared(restriction: Restriction, loads: number): void {
    this.addMessage(
      loads === 0
        ? `Nothing loads the ${phrase.place(restriction)}`
        : `The ${phrase.place(restriction)} is loaded by ${count(loads, 'exercise')}, never heavily`,
    )
  }

  jointOverloaded(joint: Joint, exercises: readonly Exercise[]): void {
    this.warn(`Hard on the ${joint}: ${list(phrase.namesOf(exercises))} all load it heavily`)
  }

  finished(workout: Workout, request: WorkoutRequest): void {
    this.addMessage(
      `${this.#name}'s workout is ready: ${count(workout.exercises.length, 'exercise')} in ${workout.minutes.toFixed(1)} of ${request.minutes} minutes`,
      { exercises: workout.exercises.map(({ exercise }) => exercise.id) },
    )
  }

  failed(error: unknown): void {
    this.error(`No workout for ${this.#name} today`, error)
  }
}
