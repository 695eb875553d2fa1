import { tableCells } from '../table-text.ts'
import { COMPONENTS } from './component.ts'
import type { Component } from './component.ts'
import type { Phase } from './phase.ts'

/** What part of a workout each component gets in each phase, in percent. */
const SHARE_ROWS = `
  phase | flexibility | core | balance | plyometric | speed | resistance | cardio
  1     | 16          | 14   | 12      | 7          | 5     | 34         | 12
  2     | 12          | 11   | 9       | 9          | 8     | 41         | 10
  3     | 10          | 11   | 8       | 0          | 0     | 59         | 12
  4     | 11          | 9    | 0       | 0          | 0     | 72         | 8
  5     | 10          | 9    | 7       | 12         | 10    | 46         | 6
`

/** component | fewest exercises to choose from | most exercises to do */
const COUNT_ROWS = `
  flexibility | 3 | 4
  core        | 2 | 3
  balance     | 2 | 2
  plyometric  | 2 | 2
  speed       | 2 | 3
  resistance  | 1 | 6
  cardio      | 1 | 1
`

export interface ExerciseCounts {
  /** How many there should be to choose from. */
  readonly wanted: number
  readonly most: number
}

const shares = tableCells(SHARE_ROWS)
const counts = tableCells(COUNT_ROWS)

/** The part of a workout that a component gets: 0 to 1. */
export function shareOf(component: Component, phase: Phase): number {
  const row = shares.find(([number]) => number === String(phase.number))
  return Number(row?.[1 + COMPONENTS.indexOf(component)] ?? 0) / 100
}

export function exerciseCounts(component: Component): ExerciseCounts {
  const [, wanted, most] = counts.find(([name]) => name === component) ?? []
  return { wanted: Number(wanted ?? 1), most: Number(most ?? 1) }
}
