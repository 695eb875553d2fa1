import type { Component } from '../training/component.ts'

/** How strict a filter is. */
export interface FilterRules {
  /** Exercises of the latest workouts pass too. */
  readonly allowRecent: boolean
  /** Household things may stand in for equipment. */
  readonly improvise: boolean
  /** Exercises of any style pass, whatever the phase. */
  readonly anyStyle: boolean
  /** How many levels above the user's an exercise may be. */
  readonly levelsUp: number
}

export const STRICT: FilterRules = {
  allowRecent: false,
  improvise: false,
  anyStyle: false,
  levelsUp: 0,
}

/** A step in which a filter is relaxed: the rule that changes, and all rules from then on. */
export interface Relaxation {
  readonly rule: keyof FilterRules
  readonly rules: FilterRules
}

const QUICK: ReadonlySet<Component> = new Set<Component>(['plyometric', 'speed'])

/**
 * How the filter of a component is relaxed, a step at a time. Joints are spared at every step, and
 * what is quick is neither improvised nor made harder.
 */
export function relaxationsFor(component: Component): readonly Relaxation[] {
  const isQuick = QUICK.has(component)
  const recent = { ...STRICT, allowRecent: true }
  const improvised = { ...recent, improvise: !isQuick }
  const anyStyle = { ...improvised, anyStyle: true }
  const harder = { ...anyStyle, levelsUp: 1 }
  const steps: readonly Relaxation[] = [
    { rule: 'allowRecent', rules: recent },
    { rule: 'improvise', rules: improvised },
    { rule: 'anyStyle', rules: anyStyle },
    { rule: 'levelsUp', rules: harder },
  ]
  return isQuick ? steps.filter(({ rule }) => rule === 'allowRecent' || rule === 'anyStyle') : steps
}
