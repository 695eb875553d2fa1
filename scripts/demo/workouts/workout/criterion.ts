import { IMPROVISED } from '../exercises/equipment.ts'
import type { Equipment } from '../exercises/equipment.ts'
import type { Exercise } from '../exercises/exercise.ts'
import { isForbidden } from '../users/restriction.ts'
import type { Draft } from './draft.ts'
import type { FilterRules } from './filter-rules.ts'
import type { Objection } from './objection.ts'
import type { Target } from './target.ts'

/** How many workouts back an exercise counts as just done. */
const VARIED_WORKOUTS = 2

/** One reason for which exercises are left out: undefined for those that may stay. */
export type Criterion = (exercise: Exercise) => Objection | undefined

/** The criteria of a filter, in the order in which they are applied. */
export function criteriaFor(
  draft: Draft,
  target: Target,
  rules: FilterRules,
): readonly Criterion[] {
  return [
    suitsThePhase(target, rules),
    isAtHand(draft, rules),
    isSafe(draft),
    isEasyEnough(draft, rules),
    isAChange(draft, rules),
  ]
}

function suitsThePhase({ styles }: Target, { anyStyle }: FilterRules): Criterion {
  return ({ style }) => (anyStyle || styles.includes(style) ? undefined : { criterion: 'style' })
}

function isAtHand({ circumstances }: Draft, { improvise }: FilterRules): Criterion {
  const isMissing = (item: Equipment): boolean =>
    !circumstances.inventory.available.includes(item) &&
    !(improvise && IMPROVISED[item] !== undefined)
  return ({ equipment }) => {
    const lacking = equipment.find(isMissing)
    return lacking && { criterion: 'equipment', lacking }
  }
}

function isSafe({ circumstances }: Draft): Criterion {
  return (exercise) => {
    const restriction = circumstances.restrictions.find((candidate) =>
      isForbidden(exercise, candidate),
    )
    return restriction && { criterion: 'safety', restriction }
  }
}

function isEasyEnough({ request }: Draft, { levelsUp }: FilterRules): Criterion {
  return ({ level }) =>
    level > request.user.experience + levelsUp ? { criterion: 'experience', level } : undefined
}

function isAChange(draft: Draft, { allowRecent }: FilterRules): Criterion {
  const now = draft.studio.clock()
  const { record, turnedDown } = draft.circumstances
  return (exercise) => {
    if (draft.includes(exercise)) return { criterion: 'variety', turnedDown: false }
    if (allowRecent) return undefined
    if (turnedDown.includes(exercise.id)) return { criterion: 'variety', turnedDown: true }
    const sinceMs = record.sinceExercise(exercise, now, VARIED_WORKOUTS)
    return sinceMs === undefined ? undefined : { criterion: 'variety', sinceMs }
  }
}
