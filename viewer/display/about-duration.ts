import { HOUR_MS } from '../../engine/hours.ts'
import { digits } from './count.ts'

interface Unit {
  readonly name: string
  readonly ms: number
}

const UNITS: readonly Unit[] = [
  { name: 'h', ms: HOUR_MS },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
  { name: 'ms', ms: 1 },
]

/** A length of time that is known to within a factor of two, in two digits: `250 ms`, `1.3 s`, `21 h`. */
export function aboutDuration(ms: number | undefined): string {
  if (ms === undefined) return '–'
  const rounded = Number(ms.toPrecision(2))
  if (rounded < 1) return '< 1 ms'
  const unit = UNITS.find(({ ms: length }) => rounded >= length)
  if (unit === undefined) return '< 1 ms'
  const number = Math.max(1, Number((ms / unit.ms).toPrecision(2)))
  return `${digits(number)} ${unit.name}`
}
