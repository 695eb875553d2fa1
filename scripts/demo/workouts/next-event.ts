import type { GenericLogger } from 'stacktale'
import { BillingLogger } from './billing/billing-logger.ts'
import { renewSubscription } from './billing/renew-subscription.ts'
import { ProgressLogger } from './progress/progress-logger.ts'
import { reviewProgress } from './progress/review-progress.ts'
import type { Studio } from './studio.ts'
import { ROSTER } from './users/roster.ts'
import type { User } from './users/user.ts'
import { generateWorkout } from './workout/generate-workout.ts'
import { WorkoutLogger } from './workout/workout-logger.ts'
import { inventRequest } from './workout/workout-request.ts'

interface Errand {
  readonly weight: number
  readonly run: (studio: Studio, user: User) => Promise<GenericLogger<User>>
}

const ERRANDS: readonly Errand[] = [
  { weight: 74, run: askForWorkout },
  { weight: 14, run: askForReview },
  { weight: 12, run: payForMonth },
]

/** Lets one user do one thing. The log of it is not committed yet. */
export async function nextEvent(studio: Studio): Promise<GenericLogger<User>> {
  const user = studio.random.pickWeighted(ROSTER, ({ activity }) => activity)
  const errand = studio.random.pickWeighted(ERRANDS, ({ weight }) => weight)
  return await errand.run(studio, user)
}

async function askForWorkout(studio: Studio, user: User): Promise<GenericLogger<User>> {
  const log = new WorkoutLogger(user)
  await generateWorkout(studio, inventRequest(user, studio.random), log)
  return log
}

async function askForReview(studio: Studio, user: User): Promise<GenericLogger<User>> {
  const log = new ProgressLogger(user)
  await reviewProgress(studio, user, log)
  return log
}

async function payForMonth(studio: Studio, user: User): Promise<GenericLogger<User>> {
  const log = new BillingLogger(user)
  await renewSubscription(studio, user, log)
  return log
}
