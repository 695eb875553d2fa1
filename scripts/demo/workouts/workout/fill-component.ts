import type { Component } from '../training/component.ts'
import { COMPONENT_TITLES } from '../training/component.ts'
import { exerciseCounts } from '../training/session-shape.ts'
import { suitableStyles } from '../training/style.ts'
import type { Draft } from './draft.ts'
import { pickExercise } from './pick-exercise.ts'
import { placeExercise } from './place-exercise.ts'
import { recreateFilter } from './recreate-filter.ts'
import { fitting } from './fitting.ts'
import type { TimeBudget } from './time-budget.ts'

/** Picks exercises for a component until its time or the exercises are used up. */
export async function fillComponent(
  draft: Draft,
  component: Component,
  budget: TimeBudget,
): Promise<void> {
  const { wanted, most } = exerciseCounts(component)
  const styles = suitableStyles(component, draft.phase)
  draft.log.seekingExercises(component, styles, most)
  let available = await recreateFilter(draft, {
    component,
    styles,
    wanted,
    title: COMPONENT_TITLES[component].toLowerCase(),
    relaxable: true,
  })
  for (let placed = 0; placed < most; placed += 1) {
    if (available.length === 0) {
      draft.log.noExercisesLeft()
      return
    }
    available = fitting(draft, available, budget)
    if (available.length === 0) {
      draft.log.noRoomLeft(budget)
      return
    }
    const picked = pickExercise(draft, available)
    placeExercise(draft, picked, undefined, budget)
    available = available.filter((exercise) => exercise.id !== picked.id)
  }
}
