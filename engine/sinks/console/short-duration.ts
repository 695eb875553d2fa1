const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** A length of time in seven characters at most, up to a thousand hours: `0.4 ms`, `1.28 s`, `2m 05s`, `3h 12m`. */
export function shortDuration(ms: number): string {
  if (ms < 9.95) return `${ms.toFixed(1)} ms`
  if (ms < 999.5) return `${ms.toFixed(0)} ms`
  if (ms < 9_995) return `${(ms / SECOND_MS).toFixed(2)} s`
  if (ms < 59_950) return `${(ms / SECOND_MS).toFixed(1)} s`
  if (ms < HOUR_MS - SECOND_MS / 2) return twoUnits(ms, MINUTE_MS, 'm', SECOND_MS, 's')
  return twoUnits(ms, HOUR_MS, 'h', MINUTE_MS, 'm')
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
  const rest = String(smalls % perBig).padStart(2, '0')
  return `${Math.floor(smalls / perBig)}${bigName} ${rest}${smallName}`
}
