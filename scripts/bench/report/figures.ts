import type { Row } from '../result.ts'

const UNITS = [
  ['ns', 1],
  ['µs', 1e3],
  ['ms', 1e6],
] as const

/** A time with the unit that suits it, in three digits. */
export function duration(ns: number): string {
  const [unit, factor] = UNITS.findLast(([, least]) => Math.abs(ns) >= least) ?? UNITS[0]
  return `${digits(ns / factor)} ${unit}`
}

/** How many times the other's. */
export function times(ratio: number): string {
  return `${digits(ratio)}×`
}

export function ratioWithSpread({ ratio, ratioLow, ratioHigh }: Row): string {
  return `${times(ratio)} (${digits(ratioLow)}–${digits(ratioHigh)})`
}

export function verdict({ bar, ratio }: Row): string {
  if (bar === undefined) return ''
  return ratio <= bar ? 'met' : '**missed**'
}

export function barOf({ bar }: Row): string {
  return bar === undefined ? '' : `≤ ${times(bar)}`
}

function digits(value: number): string {
  const size = Math.abs(value)
  if (size >= 100) return value.toFixed(0)
  return value.toFixed(size >= 10 ? 1 : 2)
}
