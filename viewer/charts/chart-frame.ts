/** How high the plot of a chart is, in pixels. Across, charts are as wide as the page. */
export const PLOT_HEIGHT = 140

/** A line across a chart, with the value that it stands for. */
export interface Gridline {
  readonly y: number
  readonly label: string
}

/** A pixel or half of one, so that the page is not heavier than what can be seen. */
export function pixels(length: number): number {
  return Math.round(length * 2) / 2
}
