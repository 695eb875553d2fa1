import { types } from 'node:util'

const LONGEST = 256
const DEFAULT_KEEP = 4

const NOTHING_SHOWN = '******'

/** From this length on, more than half of a value may be shown. */
const LONG = 16

/** How a value is masked. */
export interface MaskOptions {
  /** How many characters stay, at the beginning. Default: 4. */
  readonly keep?: number | undefined
}

/**
 * The first characters of a secret, enough to tell it from others, and a star for each further one.
 *
 * At most half of a value of fewer than 16 characters is shown, and at most two thirds of a longer
 * one; beyond 256 characters there are no more stars. A number or bytes (as UTF-8) are masked as
 * their text, nothing of nothing; anything else is six stars. It never throws.
 *
 * @param value the secret
 * @param options how many characters stay
 * @example
 * ```ts
 * mask('2c59999137abcdef', { keep: 10 }) // 2c59999137******
 * ```
 */
export function mask(value: unknown, options?: MaskOptions): string {
  const text = textOf(value)
  if (text === undefined) return NOTHING_SHOWN
  const characters = Array.from(text.slice(0, LONGEST))
  const { length } = characters
  const most = Math.floor(length < LONG ? length / 2 : (length * 2) / 3)
  const shown = Math.min(most, shownOf(options?.keep))
  return characters.slice(0, shown).join('') + '*'.repeat(length - shown)
}

/** What cannot be a number of characters shows none. */
function shownOf(keep: unknown = DEFAULT_KEEP): number {
  return typeof keep === 'number' && keep > 0 ? Math.floor(keep) : 0
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value === undefined || value === null) return ''
  return types.isUint8Array(value) ? Buffer.from(value.subarray(0, LONGEST)).toString() : undefined
}
