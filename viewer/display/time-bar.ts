/** How wide a drawing of time is, in units of its own: the page stretches it. */
export const DRAWING_WIDTH = 1000

/** A bar over a part of the time that is drawn. */
export interface TimeBar {
  readonly x: number
  readonly width: number
}

interface BarBounds {
  /** What can still be seen, in units of the drawing. */
  readonly narrowest: number
  /** What is left free after it, in units of the drawing. Default: nothing. */
  readonly gap?: number
}

/**
 * A bar that is neither too narrow to be seen nor leaves the drawing.
 *
 * @param from where it begins, as a share of the time that is drawn, from 0 to 1
 * @param to where it ends, in the same way
 */
export function timeBar(from: number, to: number, { narrowest, gap = 0 }: BarBounds): TimeBar {
  const x = rounded(Math.min(from * DRAWING_WIDTH, DRAWING_WIDTH - narrowest))
  const width = Math.max(to * DRAWING_WIDTH - x - gap, narrowest)
  return { x, width: rounded(Math.min(width, DRAWING_WIDTH - x)) }
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10
}
