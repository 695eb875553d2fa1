import type { Exercise } from '../exercises/exercise.ts'
import { criteriaFor } from './criterion.ts'
import type { Draft } from './draft.ts'
import { relaxationsFor } from './filter-rules.ts'
import type { FilterRules } from './filter-rules.ts'
import { NoExercisesError } from './no-exercises-error.ts'
import type { Target } from './target.ts'

/** What one step of relaxing a filter brought. */
export interface RelaxedFilter {
  readonly rule: keyof FilterRules
  readonly step: number
  readonly steps: number
  readonly gained: readonly Exercise[]
}

/**
 * Relaxes a filter that lets too few exercises pass, a step at a time, until enough do.
 *
 * @throws NoExercisesError if none passes at the last step
 */
export function relaxFilter(
  draft: Draft,
  target: Target,
  exercises: readonly Exercise[],
  passing: readonly Exercise[],
): readonly Exercise[] {
  const relaxations = relaxationsFor(target.component)
  const steps = relaxations.length
  let best = passing
  for (const [index, { rule, rules }] of relaxations.entries()) {
    const relaxed = passingUnder(draft, target, exercises, rules)
    const gained = relaxed.filter((exercise) => !best.includes(exercise))
    draft.log.relaxedFilter({ rule, step: index + 1, steps, gained })
    best = relaxed
    if (best.length >= target.wanted) return best
  }
  if (best.length === 0) throw new NoExercisesError(target.title, steps)
  return best
}

function passingUnder(
  draft: Draft,
  target: Target,
  exercises: readonly Exercise[],
  rules: FilterRules,
): readonly Exercise[] {
  const criteria = criteriaFor(draft, target, rules)
  return exercises.filter((exercise) =>
    criteria.every((criterion) => criterion(exercise) === undefined),
  )
}
