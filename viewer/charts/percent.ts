/** A place across a chart, as SVG takes it: charts are as wide as their page. */
export function percent(hundredths: number): string {
  return `${Number(hundredths.toFixed(2))}%`
}
