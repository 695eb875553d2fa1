import { count, span, withArticle } from '../english.ts'
import type { Exercise, Level } from '../exercises/exercise.ts'
import type { Settled } from '../records/training-record.ts'
import { COMPONENT_TITLES } from '../training/component.ts'
import type { Component } from '../training/component.ts'
import type { Prescription } from '../training/prescription.ts'
import type { Style } from '../training/style.ts'
import type { Restriction } from '../users/restriction.ts'
import type { RestedMuscle } from './choose-muscles.ts'
import type { FilterRules } from './filter-rules.ts'
import type { CriterionName, Rejection } from './objection.ts'

/** What passing a criterion is called: of one exercise, of several. */
const PASSES: Readonly<Record<CriterionName, readonly [string, string]>> = {
  style: ['suits the phase', 'suit the phase'],
  equipment: ['can be done with what is at hand', 'can be done with what is at hand'],
  safety: ['is safe', 'are safe'],
  experience: ['is easy enough', 'are easy enough'],
  variety: ['would be a change', 'would be a change'],
}

const RELAXED: Readonly<Record<keyof FilterRules, string>> = {
  allowRecent: 'exercises of the latest workouts may come back',
  improvise: 'household things may stand in for equipment',
  anyStyle: 'styles of other phases will do',
  levelsUp: 'exercises one level harder may be tried, carefully',
}

/** What an exercise of a style does. */
const STYLES: Readonly<Record<Style, string>> = {
  roll: 'rolls',
  static: 'is static',
  active: 'is active',
  dynamic: 'is dynamic',
  stabilization: 'trains stabilization',
  strength: 'trains strength',
  power: 'trains power',
}

const PACES: Readonly<Partial<Record<Style, string>>> = {
  stabilization: 'an easy pace',
  strength: 'a pace that comes and goes',
  power: 'full speed',
}

const LEVELS: Readonly<Record<Level, string>> = { 1: 'new', 2: 'experienced', 3: 'advanced' }

/** `5 of 9 are safe`. */
export function passed(name: CriterionName, passing: number, before: number): string {
  const [one, several] = PASSES[name]
  if (passing === 0)
    return before === 1 ? `Not even the last one ${one}` : `None of ${before} ${one}`
  return `${passing} of ${before} ${passing === 1 ? one : several}`
}

/** `needs a bench`. */
export function objected({ exercise, objection }: Rejection): string {
  if (objection.criterion === 'style') return styled(exercise)
  if (objection.criterion === 'equipment') return `needs ${withArticle(objection.lacking)}`
  if (objection.criterion === 'experience') return `is for ${LEVELS[objection.level]} users`
  if (objection.criterion === 'safety') {
    const { joint, severity } = objection.restriction
    return `loads the ${joint}${severity === 'mild' ? ' heavily' : ''}`
  }
  if (objection.sinceMs !== undefined) return `was done ${span(objection.sinceMs)} ago`
  return objection.turnedDown ? 'was turned down just now' : 'is in this workout already'
}

export function relaxed(rule: keyof FilterRules): string {
  return RELAXED[rule]
}

/** `for strength`, `at an easy pace`. */
export function aims(component: Component, styles: readonly Style[]): string {
  if (component === 'cardio') return `at ${styles.map((style) => PACES[style]).join(' or ')}`
  if (component !== 'flexibility') return `for ${styles.join(' or ')}`
  return `for ${styles.map((style) => (style === 'roll' ? 'rolling' : `${style} stretching`)).join(' or ')}`
}

function styled({ component, style }: Exercise): string {
  return component === 'cardio' ? `goes at ${PACES[style]}` : STYLES[style]
}

export function titleOf(component: Component): string {
  return COMPONENT_TITLES[component].toLowerCase()
}

export function namesOf(exercises: readonly Exercise[]): readonly string[] {
  return exercises.map(({ name }) => name)
}

/** What else there was to choose from. */
export function choice(passedOver: readonly Exercise[]): string {
  if (passedOver.length === 0) return 'the only one'
  return passedOver.length > 2
    ? `one of ${passedOver.length + 1}`
    : `rather than ${namesOf(passedOver).join(' or ')}`
}

/** `3 × 10 reps, tempo 2/0/2, 45 s rest`. */
export function doses({ sets, amount, unit, tempo, restSeconds }: Prescription): string {
  return [
    `${sets} × ${count(amount, unit.slice(0, -1))}`,
    ...(tempo === '-' ? [] : [`tempo ${tempo}`]),
    ...(restSeconds === 0 ? [] : [`${restSeconds} s rest`]),
  ].join(', ')
}

/** `quads (3 days)`. */
export function rest({ muscle, restedMs }: RestedMuscle): string {
  return `${muscle} (${restedMs === Infinity ? 'not on record' : span(restedMs)})`
}

/** `left knee`. */
export function place({ side, joint }: Restriction): string {
  return side === '' ? joint : `${side} ${joint}`
}

/** What became of the workout before: `done: 13 exercises`. */
export function fate({ outcome, workout }: Settled): string {
  if (outcome === 'replaced') return 'turned down, so this one replaces it'
  if (outcome === 'skipped') return 'skipped, so it counts for nothing'
  return `done: ${count(workout.exercises.length, 'exercise')}`
}
