const FIGURE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A number as pages say it: `1,204`, `2.5`. */
export function figure(number: number): string {
  return FIGURE.format(number)
}
