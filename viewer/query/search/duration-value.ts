const UNITS_MS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  min: 60_000,
  s: 1000,
  ms: 1,
}
const ALIASES: Readonly<Record<string, string>> = { m: 'min', sec: 's' }

const LONGEST_MS = 1e12

/**
 * Reads a length of time as it is written in a search: `2s`, `500ms`, `1.5min`, `3h`.
 *
 * @returns milliseconds, to a thousandth; undefined where it is none, or longer than 30 years
 */
export function durationMs(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,13}(?:\.\d{1,6})?)([a-z]+)$/i.exec(text) ?? []
  const name = unit.toLowerCase()
  const unitMs = UNITS_MS[ALIASES[name] ?? name]
  if (amount === undefined || unitMs === undefined) return undefined
  const ms = Math.round(Number(amount) * unitMs * 1000) / 1000
  return ms <= LONGEST_MS ? ms : undefined
}

/** A length of time as a search is written: in the largest unit that makes it a whole number. */
export function durationValue(ms: number): string {
  const [unit, unitMs] = Object.entries(UNITS_MS).find(
    ([, each]) => ms >= each && Number.isInteger(ms / each),
  ) ?? ['ms', 1]
  return `${ms / unitMs}${unit}`
}
