import type { SeededRandom } from '../seeded-random.ts'
import { JOINTS } from '../training/joint.ts'
import type { Joint } from '../training/joint.ts'
import type { User } from '../users/user.ts'

/** What a user says when asking for a workout. */
export interface WorkoutRequest {
  readonly user: User
  readonly minutes: number
  /** How ready the user feels: 1 to 5. */
  readonly readiness: number
  /** A joint that hurts today and never was a complaint before. */
  readonly soreJoint?: Joint
}

const SHORT_DAY_RATE = 0.15
const SORE_RATE = 0.12

export function inventRequest(user: User, random: SeededRandom): WorkoutRequest {
  const isShortDay = random.chance(SHORT_DAY_RATE)
  const isSore = random.chance(SORE_RATE)
  return {
    user,
    minutes: isShortDay ? Math.max(20, user.minutes - 15) : user.minutes,
    readiness: random.pickWeighted(
      [1, 2, 3, 4, 5],
      (readiness) => [1, 3, 8, 8, 4][readiness - 1] ?? 0,
    ),
    ...(isSore && {
      soreJoint: random.pick(JOINTS.filter((joint) => !isSparedAnyway(user, joint))),
    }),
  }
}

function isSparedAnyway({ restrictions }: User, joint: Joint): boolean {
  return restrictions.some((restriction) => restriction.joint === joint)
}

const TIRED = 2

export function isTired({ readiness }: WorkoutRequest): boolean {
  return readiness <= TIRED
}
