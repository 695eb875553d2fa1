import { durationText } from '../../engine/duration-text.ts'

/** A length of time in three or so digits: `0.4 ms`, `128 ms`, `1.28 s`, `2 min 5 s`, `3 h 12 min`. */
export function duration(ms: number): string {
  return durationText(ms, { tenthsBelowMs: 100, beside: longBeside })
}

function longBeside(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return `${big} ${bigUnit} ${small} ${smallUnit}`
}
