const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** A length of time in three or so digits: `0.4 ms`, `128 ms`, `1.28 s`, `2 min 5 s`, `3 h 12 min`. */
export function duration(ms: number): string {
  if (ms < 99.95) return `${ms.toFixed(1)} ms`
  if (ms < 999.5) return `${ms.toFixed(0)} ms`
  if (ms < 9_995) return `${(ms / SECOND_MS).toFixed(2)} s`
  if (ms < 59_950) return `${(ms / SECOND_MS).toFixed(1)} s`
  if (ms < HOUR_MS) return twoUnits(ms, MINUTE_MS, 'min', SECOND_MS, 's')
  return twoUnits(ms, HOUR_MS, 'h', MINUTE_MS, 'min')
}

function twoUnits(
  ms: number,
  big: number,
  bigName: string,
  small: number,
  smallName: string,
): string {
  const smalls = Math.round(ms / small)
  const perBig = big / small
  return `${Math.floor(smalls / perBig)} ${bigName} ${smalls % perBig} ${smallName}`
}
