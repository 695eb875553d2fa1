import { randomUint64 } from '../random-bytes.ts'

/**
 * A sort key is a number of 38 digits, the most DynamoDB keeps: 13 for the millisecond, then a
 * fraction of a counter and random digits.
 */
const COUNTER_DIGITS = 6
const RANDOM_DIGITS = 19
const FRACTION_DIGITS = COUNTER_DIGITS + RANDOM_DIGITS
const COUNTER_END = 10 ** COUNTER_DIGITS
const ONE_MILLISECOND = 10n ** BigInt(FRACTION_DIGITS)
const SHAPE = /^(\d{1,13})(?:\.(\d{1,25}))?$/
const BEGINNING = /^\d{1,13}(?:\.\d{1,25})?/

/** The last millisecond that a sort key can hold (the year 2286). */
export const LAST_MILLISECOND: number = 10 ** 13 - 1

/**
 * Makes the sort keys of one process: rising strictly, even when the clock stands still or steps
 * back, and different from those of every other process.
 */
export class TimestampSequence {
  readonly #clock: () => number
  #millisecond = -1
  #counter = 0

  constructor(clock: () => number) {
    this.#clock = clock
  }

  next(): string {
    const now = Math.min(Math.max(0, Math.floor(this.#clock())), LAST_MILLISECOND)
    this.#counter += 1
    if (now > this.#millisecond || this.#counter === COUNTER_END) {
      this.#millisecond = Math.max(now, this.#millisecond + 1)
      this.#counter = 0
    }
    const counter = String(this.#counter).padStart(COUNTER_DIGITS, '0')
    return `${this.#millisecond}.${counter}${randomDigits()}`
  }
}

/** DynamoDB drops trailing zeros of a number: the last digit is none, so a key reads back as written. */
function randomDigits(): string {
  const random = randomUint64()
  const leading = (random % 10n ** BigInt(RANDOM_DIGITS - 1)).toString()
  const last = ((random >> 60n) % 9n) + 1n
  return leading.padStart(RANDOM_DIGITS - 1, '0') + last.toString()
}

export function isTimestamp(text: string): boolean {
  return SHAPE.test(text)
}

/** A sort key from 0 up to the last millisecond, without the decimals that no event’s has. */
export function timestampWithin(key: string): string {
  const [within = '0'] = BEGINNING.exec(key) ?? []
  return within
}

/** The milliseconds since the epoch of a sort key. */
export function millisecondsOf(timestamp: string): number {
  return Math.floor(Number(timestamp.split('.', 1)[0]))
}

/** A sort key as a whole number of its smallest steps, for exact comparison and arithmetic. */
export function stepsOf(timestamp: string): bigint {
  const [, millisecond = '0', fraction = ''] = SHAPE.exec(timestamp) ?? []
  return BigInt(millisecond) * ONE_MILLISECOND + BigInt(fraction.padEnd(FRACTION_DIGITS, '0'))
}

/** Whether a sort key, as DynamoDB gives it back, is above another: with as many whole digits, text tells. */
export function isAbove(a: string, b: string): boolean {
  const [digits, others] = [wholeDigits(a), wholeDigits(b)]
  return digits === others ? a > b : digits > others
}

function wholeDigits(timestamp: string): number {
  const point = timestamp.indexOf('.')
  return point === -1 ? timestamp.length : point
}

export function timestampOfSteps(steps: bigint): string {
  const fraction = (steps % ONE_MILLISECOND).toString().padStart(FRACTION_DIGITS, '0')
  const trimmed = fraction.replace(/0+$/, '')
  const millisecond = (steps / ONE_MILLISECOND).toString()
  return trimmed === '' ? millisecond : `${millisecond}.${trimmed}`
}

/** The lowest and the highest sort key within a millisecond, in steps. */
export function stepsWithin(millisecond: number): {
  readonly first: bigint
  readonly last: bigint
} {
  const first = BigInt(millisecond) * ONE_MILLISECOND
  return { first, last: first + ONE_MILLISECOND - 1n }
}
