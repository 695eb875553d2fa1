const MANIFOLD = 10

/** How a number changed, in a word or two: `+12%`, `12 times as many`, `none before`. */
export function changeWords(now: number, before: number): string {
  if (before === 0) return now === 0 ? 'none before either' : 'none before'
  const ratio = now / before
  if (ratio >= MANIFOLD) return `${Math.round(ratio)} times as many`
  const hundredths = Math.round((ratio - 1) * 100)
  if (hundredths === 0) return '±0%'
  return `${hundredths > 0 ? '+' : '−'}${Math.abs(hundredths)}%`
}

/** A part of a whole: `12%`, `0.4%`, `< 0.1%`. */
export function shareWords(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0%'
  const hundredths = (100 * part) / whole
  if (hundredths < 0.1) return '< 0.1%'
  return `${hundredths < 10 ? Number(hundredths.toFixed(1)) : Math.round(hundredths)}%`
}
