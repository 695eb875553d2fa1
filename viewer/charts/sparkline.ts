import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter } from 'd3-shape'
import type { Column } from '../counts/columns.ts'

/** A course without axes, in a view of 100 to 24. */
export interface Sparkline {
  readonly events: string
  /** Empty where there are no errors. */
  readonly errors: string
}

const WIDTH = 100
const HEIGHT = 24

/** The course of a prefix in steps, its errors before it. */
export function sparkline(columns: readonly Column[]): Sparkline {
  const most = columns.reduce((highest, { events }) => Math.max(highest, events), 1)
  const hasErrors = columns.some(({ levels }) => levels.error > 0)
  return {
    events: pathOf(columns.map(({ events }) => events / most)),
    errors: hasErrors ? pathOf(columns.map(({ levels }) => levels.error / most)) : '',
  }
}

function pathOf(shares: readonly number[]): string {
  const x = scaleLinear([0, Math.max(1, shares.length)], [0, WIDTH])
  const y = scaleLinear([0, 1], [HEIGHT, 0])
  const course = area<number>(
    (_, index) => x(index),
    HEIGHT,
    (share) => y(share),
  )
    .curve(curveStepAfter)
    .digits(1)
  return course([...shares, shares.at(-1) ?? 0]) ?? ''
}
