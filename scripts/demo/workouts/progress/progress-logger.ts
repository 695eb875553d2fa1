import { GenericLogger } from 'stacktale'
import { count, kilograms, span } from '../english.ts'
import type { Exercise } from '../exercises/exercise.ts'
import type { LookupLog } from '../lookups/ask.ts'
import type { ServiceError } from '../lookups/service-error.ts'
import type { Phase } from '../training/phase.ts'
import { firstName } from '../users/user.ts'
import type { User } from '../users/user.ts'
import type { Adherence } from './measure-adherence.ts'
import type { Lift } from './lift.ts'

/** Tells how a review of a user's progress goes. */
export class ProgressLogger extends GenericLogger<User> implements LookupLog {
  readonly #user: User
  readonly #name: string

  constructor(user: User) {
    super(user, 'progress')
    this.#user = user
    this.#name = firstName(user)
  }

  start(): void {
    this.addMessage(`Reviewing ${this.#user.name}'s progress`)
  }

  readingRecord(): void {
    this.addMessage('Reading the training record')
  }

  recordRead(phase: Phase, week: number, sinceReviewMs: number | undefined): void {
    const last =
      sinceReviewMs === undefined ? 'the first review' : `last reviewed ${span(sinceReviewMs)} ago`
    this.addMessage(`${phase.title}, week ${week} of ${phase.weeks}; ${last}`)
  }

  adherenceMeasured({ done, skipped, percent }: Adherence, days: number): void {
    this.addMessage(
      done + skipped === 0
        ? `Nothing was planned in ${days} days, so nothing was missed`
        : `Adherence in ${days} days: ${count(done, 'workout')} done, ${skipped} skipped, ${percent} %`,
      { done, skipped },
    )
  }

  adherenceIsLow({ percent }: Adherence, wanted: number): void {
    this.warn(`${this.#name} is losing touch: ${percent} % where ${wanted} are wanted`)
  }

  recalculatingMaxima(lifts: number): void {
    this.addMessage(`Recalculating one-rep maxima from ${count(lifts, 'lift')}`)
  }

  noLifts(): void {
    this.addMessage(`${this.#name} has lifted no weights lately`)
  }

  firstMaximum({ exercise, reps, kg }: Lift, maximum: number): void {
    this.addMessage(
      `${exercise.name}: ${reps} × ${kilograms(kg)}, so a first maximum of ${kilograms(maximum)}`,
      { id: exercise.id, after: maximum },
    )
  }

  maximumChanged({ exercise, reps, kg }: Lift, before: number, after: number): void {
    const change = after > before ? 'up' : 'down'
    this.addMessage(
      `${exercise.name}: ${reps} × ${kilograms(kg)} makes ${kilograms(after)}, ${change} from ${kilograms(before)}`,
      { id: exercise.id, before, after },
    )
  }

  maximumKept({ exercise, reps, kg }: Lift, maximum: number): void {
    this.debug(`${exercise.name}: ${reps} × ${kilograms(kg)} confirms ${kilograms(maximum)}`)
  }

  liftImplausible({ exercise, reps, kg }: Lift, maximum: number): void {
    this.warn(
      `${exercise.name}: ${reps} × ${kilograms(kg)} would be a wonder after a maximum of ${kilograms(maximum)}: taken for a slip of the finger`,
      { id: exercise.id, kg },
    )
  }

  strongestGain(exercise: Exercise, percent: number): void {
    this.addMessage(`Best gain: ${exercise.name}, ${percent} %`)
  }

  decidingPhase(): void {
    this.addMessage('Deciding about the phase')
  }

  phaseNotOver(phase: Phase, weeksLeft: number): void {
    this.addMessage(`${phase.title} has ${count(weeksLeft, 'week')} to go: no change`)
  }

  phaseOver(phase: Phase): void {
    this.addMessage(`The ${phase.weeks} weeks of ${phase.title} are over`)
  }

  phaseRepeated({ percent }: Adherence): void {
    this.addMessage(`At ${percent} % it was trained too seldom: the last week is repeated`)
  }

  movedOn(from: Phase, to: Phase, { percent }: Adherence): void {
    this.addMessage(
      `At ${percent} % it was trained enough: ${this.#name} moves on to ${to.title}`,
      {
        from: from.number,
        to: to.number,
      },
    )
  }

  cycleBeginsAgain(to: Phase): void {
    this.addMessage(`That completes a whole cycle: ${to.title} again, with heavier weights`)
  }

  retryingLookup(service: string, attempt: number, pauseMs: number, error: ServiceError): void {
    this.warn(
      `The ${service} hiccups (${error.message}): attempt ${attempt + 1} in ${pauseMs} ms`,
      {
        code: error.code,
      },
    )
  }

  finished(): void {
    this.addMessage(`${this.#name} is up to date`)
  }

  failed(error: unknown): void {
    this.error(`${this.#name}'s progress could not be reviewed`, error)
  }
}
