import type { Exercise } from '../exercises/exercise.ts'
import type { Draft } from './draft.ts'
import { STRICT } from './filter-rules.ts'
import { NoExercisesError } from './no-exercises-error.ts'
import { relaxFilter } from './relax-filter.ts'
import { sift } from './sift.ts'
import type { Target } from './target.ts'

/**
 * The exercises that may be chosen for a target, at least one.
 *
 * @throws NoExercisesError if there is none, even with the filter relaxed
 */
export async function recreateFilter(draft: Draft, target: Target): Promise<readonly Exercise[]> {
  const { log, studio } = draft
  log.recreateFilter(target)
  const exercises = await studio.exercises.find(target.component, target.muscle, log)
  const passing = sift(draft, target, exercises, STRICT)
  if (passing.length >= target.wanted) return passing
  if (passing.length > 0) log.tooFew(target, passing.length)
  else log.deadEndForComponent(target)
  if (target.relaxable) return relaxFilter(draft, target, exercises, passing)
  throw new NoExercisesError(target.title, 0)
}
