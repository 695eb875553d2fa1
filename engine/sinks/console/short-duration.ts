import { durationText } from '../../duration-text.ts'

/** A length of time in seven characters at most, up to a hundred hours: `0.4 ms`, `1.28 s`, `2m 05s`, `3h 12m`. */
export function shortDuration(ms: number): string {
  return durationText(ms, { tenthsBelowMs: 10, beside: shortBeside })
}

function shortBeside(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return `${big}${bigUnit.charAt(0)} ${String(small).padStart(2, '0')}${smallUnit.charAt(0)}`
}
