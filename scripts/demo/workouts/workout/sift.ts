import type { Exercise } from '../exercises/exercise.ts'
import { criteriaFor } from './criterion.ts'
import type { Criterion } from './criterion.ts'
import type { Draft } from './draft.ts'
import type { FilterRules } from './filter-rules.ts'
import type { Rejection } from './objection.ts'
import type { Target } from './target.ts'

interface Judgement {
  readonly accepted: readonly Exercise[]
  readonly rejected: readonly Rejection[]
}

/** The exercises that pass every criterion. */
export function sift(
  draft: Draft,
  target: Target,
  exercises: readonly Exercise[],
  rules: FilterRules,
): readonly Exercise[] {
  const { log } = draft
  let passing = exercises
  for (const criterion of criteriaFor(draft, target, rules)) {
    const { accepted, rejected } = judge(criterion, passing)
    const [example] = rejected
    if (example !== undefined) log.criterionApplied(accepted.length, passing.length, example)
    passing = accepted
  }
  return passing
}

function judge(criterion: Criterion, exercises: readonly Exercise[]): Judgement {
  const accepted: Exercise[] = []
  const rejected: Rejection[] = []
  for (const exercise of exercises) {
    const objection = criterion(exercise)
    if (objection === undefined) accepted.push(exercise)
    else rejected.push({ exercise, objection })
  }
  return { accepted, rejected }
}
